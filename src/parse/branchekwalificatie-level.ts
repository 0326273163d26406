import { mboLevel, readLevel } from "../language/levels.js";
import type { Level } from "../model.js";

/** "Opleidingsniveau HBO 6", "Niveau: mbo 4", "NLQF 5": a line that only says at which level a table stands. */
const LINE =
  /^(?:(?:opleidings|beroeps|kwalificatie|functie)?niveau\s*:?\s+(\S.{0,40})|((?:NLQF|EQF)[\s-]*(?:niveau\s*)?[1-8]))$/iu;
/** A kind of education with the number of a level: of mbo that is its own, of all others that of the NLQF. */
const NUMBERED =
  /^(mbo|havo|vwo|hbo|ho|wo|ad|associate degree|bachelor|master|nlqf|eqf)?(?:[\s-]*niveau)?[\s:-]*([1-8])$/iu;

/** The label of it in a cell of its own, with the level in the next. */
const LABEL = /^(?:opleidings|beroeps|kwalificatie|functie)?niveau\s*:?$/iu;

/** The level that the lines at `i` state and nothing else, and how many they are; null if there is none. */
export function readLevelAt(lines: readonly { text: string }[], i: number): { level: Level; count: number } | null {
  const own = lines[i]?.text ?? "";
  const level = readLevelLine(own);
  if (level) return { level, count: 1 };
  const below = LABEL.test(own) ? readLevelLine(`${own} ${lines[i + 1]?.text ?? ""}`) : null;
  return below ? { level: below, count: 2 } : null;
}

/** The level at the end of a heading: "Kwalificatiestructuur hbo 6", "Kwalificatiestructuur (NLQF-niveau 5)"; null without. */
export function levelBehind(title: string): Level | null {
  const stated = /(?<![\p{L}])(?:(mbo|hbo|ad|nlqf|eqf)[\s-]*(?:niveau)?|niveau)[\s:-]*([1-8])(?=\)?$)/iu.exec(title);
  const level = stated ? readLevelLine(`niveau ${stated[1] ?? ""} ${stated[2]}`) : null;
  return stated && level ? { ...level, label: stated[0] } : null;
}

/** The level that a line states and nothing else; null if it is no such line. */
function readLevelLine(text: string): Level | null {
  const match = LINE.exec(text);
  const stated = (match?.[1] ?? match?.[2])?.replace(/\s+/g, " ").trim();
  if (stated === undefined) return null;
  const numbered = NUMBERED.exec(stated);
  if (numbered) {
    const [, kind = "", digit = ""] = numbered;
    const n = Number(digit);
    if (/^mbo$/iu.test(kind)) return mboLevel(n, stated);
    // A bare number up to 4 may be of mbo or of the NLQF.
    return kind === "" && n <= 4 ? { label: stated } : { nlqf: n, label: stated };
  }
  const level = readLevel(stated);
  return level ? { ...level, label: stated } : null;
}
