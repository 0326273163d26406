/** Counterparts one to one: what each pair rests on, and what a person decides on it. */
import { html } from "npm:htl";
import type { AlignPair, AlignResult, DecisionKind } from "../../src/compare/index.js";
import { differences, percent } from "../generated/charts.js";
import type { Cell } from "./csv.js";
import type { FullDossier, PlacedStatement } from "./data.js";
import { type Decisions, VERDICTS, verdictName } from "./decisions.js";
import { fold } from "./fold.js";
import type { AlignedPairs } from "./own-types.js";
import { marked, place, statementText } from "./pairs.js";
import { downloads } from "./sheets.js";
import type { UnitSummary } from "./types.js";
import { unitName } from "./units.js";
import { count, score } from "./words.js";

const RELATIONS: Record<AlignPair["relation"], readonly [name: string, explanation: string]> = {
  exact: ["hetzelfde", "A en B vragen hetzelfde"],
  close: ["bijna hetzelfde", "A en B vragen voor een groot deel hetzelfde"],
  broader: ["B vraagt meer", "alles van A staat ook in B, en B vraagt meer"],
  narrower: ["A vraagt meer", "alles van B staat ook in A, en A vraagt meer"],
  related: ["verwant", "A en B raken elkaar, maar verschillen ook"],
};

/** What is shown on both sides, found by its id. */
export interface Sides {
  a: FullDossier;
  b: FullDossier;
  statementsA: Map<string, PlacedStatement>;
  statementsB: Map<string, PlacedStatement>;
  unitsA: Map<string, UnitSummary>;
  unitsB: Map<string, UnitSummary>;
}

export function sidesOf(a: FullDossier, b: FullDossier): Sides {
  const statements = (d: FullDossier) => new Map(d.statements.map((s) => [s.id, s]));
  const units = (d: FullDossier) => new Map(d.file.units.map((u) => [u.id, u]));
  return {
    a,
    b,
    statementsA: statements(a),
    statementsB: statements(b),
    unitsA: units(a),
    unitsB: units(b),
  };
}

export type AlignFilter = "" | "open" | DecisionKind;

export function filteredPairs(result: AlignedPairs, decisions: Decisions, filter: AlignFilter): AlignPair[] {
  return [...result.pairs, ...(filter === "rejected" ? result.rejected : [])].filter((p) => {
    const decision = decisions.on(p.a, p.b)?.decision;
    return filter === "" || (filter === "open" ? decision === undefined : decision === filter);
  });
}

/** At most this many pairs at once; the rest after a press on a button. */
const PAGE = 50;

/** The pairs, each with its grounds and the decision on it. Keys: arrows to the next, a letter decides. */
export function alignedList(sides: Sides, pairs: readonly AlignPair[], decisions: Decisions): HTMLElement {
  const list = html`<ol class="pairs"></ol>`;
  const more = html`<button type="button"></button>`;
  const box = html`<div>${list}</div>`;
  let shown = 0;
  const show = (): void => {
    const from = shown;
    shown = Math.min(pairs.length, shown + PAGE);
    list.append(...pairs.slice(from, shown).map((p) => alignedItem(sides, p, decisions)));
    if (shown < pairs.length) {
      more.textContent = `Toon meer (nog ${count(pairs.length - shown)})`;
      box.append(more);
    } else more.remove();
    if (from > 0) (list.children[from] as HTMLElement | undefined)?.focus();
  };
  more.addEventListener("click", show);
  show();
  list.addEventListener("keydown", (event) => {
    const item = (event.target as HTMLElement).closest("li.pair");
    if (!(item instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement && event.target.type === "text") return;
    if (event.target === item && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const next = event.key === "ArrowDown" ? item.nextElementSibling : item.previousElementSibling;
      if (next instanceof HTMLElement) {
        event.preventDefault();
        next.focus();
      }
      return;
    }
    const verdict = VERDICTS.find(([, , , key]) => key === event.key.toLowerCase());
    const button = verdict && item.querySelector<HTMLInputElement>(`input[value="${verdict[0]}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
  return box;
}

function alignedItem(sides: Sides, pair: AlignPair, decisions: Decisions): HTMLElement {
  const [name, explanation] = RELATIONS[pair.relation];
  const left = sides.statementsA.get(pair.a);
  const right = sides.statementsB.get(pair.b);
  const marks = left?.text && right?.text ? differences(left.text, right.text) : null;
  const unitSide = (letter: string, units: Map<string, UnitSummary>, id: string, share: number | undefined) => {
    const unit = units.get(id);
    return html`<div class="side"><p class="where"><b class="badge">${letter}</b></p><p class="statement">${unit === undefined ? id : unitName(unit)}</p>${
      share === undefined
        ? ""
        : html`<p class="where">naar schatting ${percent(share)}% hiervan staat ook in het andere</p>`
    }</div>`;
  };
  const statementSide = (letter: string, s: PlacedStatement, side: "a" | "b") =>
    html`<div class="side"><p class="where"><b class="badge">${letter}</b> ${place(s)}</p>${
      marks === null ? statementText(s) : marked(s, marks, side)
    }</div>`;
  return html`<li class="pair" tabindex="0">
<div class="verdict"><span class=${`tag ${pair.relation === "exact" ? "identical" : "near"}`}>${name}</span> <span>gelijkenis ${score(pair.score)}</span></div>
${left ? statementSide("A", left, "a") : unitSide("A", sides.unitsA, pair.a, pair.aInB)}
${right ? statementSide("B", right, "b") : unitSide("B", sides.unitsB, pair.b, pair.bInA)}
${grounds(sides, pair, `${name}: ${explanation}`)}
${decisionControl(pair, decisions)}
</li>`;
}

/** What carried the score. */
function grounds(sides: Sides, pair: AlignPair, relation: string): HTMLElement {
  const words: HTMLElement[] = [];
  const items = pair.evidence.flatMap((e): HTMLElement[] => {
    switch (e.kind) {
      case "title":
        return [html`<li>De titels lijken op elkaar: ${score(e.score)}</li>`];
      case "statements": {
        const [x, y] = [sides.statementsA.get(e.a), sides.statementsB.get(e.b)];
        if (x === undefined || y === undefined) return [];
        return [
          html`<li><span class="muted">gelijkenis ${score(e.score)}</span> ${shortText(x)} <b aria-label="naast">↔</b> ${shortText(y)}</li>`,
        ];
      }
      case "word":
        words.push(e.a === e.b ? html`<q>${e.a}</q>` : html`<span><q>${e.a}</q> naast <q>${e.b}</q></span>`);
        return [];
      case "level":
        return [html`<li>De woorden van ${e.b > e.a ? "B" : "A"} tonen een hoger niveau</li>`];
      default:
        return [];
    }
  });
  if (words.length > 0) {
    items.push(
      html`<li>Woorden die gelijk zijn of verwant: ${words.flatMap((word, i) => (i > 0 ? [", ", word] : [word]))}</li>`,
    );
  }
  return html`<details class="grounds"><summary>Waarom horen deze bij elkaar?</summary><ul><li>Verband: ${relation}</li>${items}</ul></details>`;
}

const shortText = (s: PlacedStatement): HTMLElement =>
  s.text === null ? html`<i>${place(s)}</i>` : html`<span>${s.text}</span>`;

let groups = 0;

function decisionControl(pair: AlignPair, decisions: Decisions): HTMLElement {
  const group = `besluit-${++groups}`;
  const now = decisions.on(pair.a, pair.b);
  const inputs = [null, ...VERDICTS.map(([verdict]) => verdict)].map((verdict) => {
    const input = html`<input type="radio" name=${group} value=${verdict ?? ""}>` as HTMLInputElement;
    input.checked = (now?.decision ?? null) === verdict;
    input.addEventListener("change", () => {
      decisions.decide(pair.a, pair.b, verdict, remark.value);
      say();
    });
    return input;
  });
  const remark = html`<input type="text" maxlength="500" placeholder=" ">` as HTMLInputElement;
  remark.value = now?.remark ?? "";
  const hint = html`<p class="where" role="status"></p>`;
  const verdict = (): DecisionKind | "" => (inputs.find((input) => input.checked)?.value ?? "") as DecisionKind | "";
  const say = (): void => {
    hint.textContent =
      verdict() === "" && remark.value !== ""
        ? "Kies ook een besluit: zonder besluit wordt de opmerking niet bewaard."
        : "";
  };
  remark.addEventListener("change", () => {
    const chosen = verdict();
    if (chosen !== "") decisions.decide(pair.a, pair.b, chosen, remark.value);
    say();
  });
  return html`<div class="decision"><fieldset class="choices"><legend>Uw besluit</legend><div>${inputs.map(
    (input, i) => html`<label>${input}<span>${i === 0 ? "Nog open" : (VERDICTS[i - 1]?.[1] ?? "")}</span></label>`,
  )}</div></fieldset><label class="field"><span>Opmerking</span>${remark}</label>${hint}</div>`;
}

/** What has no counterpart, each to be confirmed as such. */
export function loneList(sides: Sides, side: "a" | "b", lone: AlignResult["onlyA"], decisions: Decisions): HTMLElement {
  const dossier = sides[side];
  const units = side === "a" ? sides.unitsA : sides.unitsB;
  const statements = side === "a" ? sides.statementsA : sides.statementsB;
  const item = ({ id }: AlignResult["onlyA"][number]): HTMLElement => {
    const box = html`<input type="checkbox">` as HTMLInputElement;
    const [a, b] = side === "a" ? [id, null] : [null, id];
    box.checked = decisions.on(a, b)?.decision === "no-match";
    box.addEventListener("change", () => decisions.decide(a, b, box.checked ? "no-match" : null, ""));
    const s = statements.get(id);
    const unit = units.get(id);
    return html`<li>${
      s === undefined
        ? html`<p class="statement">${unit === undefined ? id : unitName(unit)}</p>`
        : html`<div>${statementText(s)}<p class="where">${place(s)}</p></div>`
    }<label class="where">${box} Ook volgens mij heeft dit geen tegenhanger</label></li>`;
  };
  return fold(`alleen-${side}`, `Alleen in ${dossier.dossier.name} (${count(lone.length)})`, () => [
    lone.length === 0
      ? html`<p class="muted">Geen: alles heeft een tegenhanger.</p>`
      : html`<ul class="plain lone">${lone.map(item)}</ul>`,
  ]);
}

/**
 * All pairs and what has none, with the decisions: for a spreadsheet. Filled in further it can be given back, here and
 * to `ankerpunt crosswalk --decisions`; so what is decided on one side alone has a row of its own.
 */
export function alignDownload(sides: Sides, result: AlignedPairs, decisions: Decisions): HTMLElement {
  const cells = (side: "a" | "b", id: string): Cell[] => {
    const s = (side === "a" ? sides.statementsA : sides.statementsB).get(id);
    const unit = s === undefined ? (side === "a" ? sides.unitsA : sides.unitsB).get(id) : s.place;
    return [id, s?.code ?? unit?.code ?? null, unit?.title ?? null, s?.text ?? null];
  };
  const none: Cell[] = [null, null, null, null];
  const decided = (a: string | null, b: string | null): Cell[] => {
    const decision = decisions.on(a, b);
    const about = decision !== null && decision.a === a && decision.b === b;
    return about ? [verdictName(decision.decision).replace(" ", "-"), decision.remark] : [null, null];
  };
  const alone = (d: { a: string | null; b: string | null }): Cell[] => [
    ...(d.a === null ? none : cells("a", d.a)),
    ...(d.b === null ? none : cells("b", d.b)),
    null,
    null,
    ...decided(d.a, d.b),
  ];
  return downloads(
    () => ({
      name: `tegenhangers-${sides.a.dossier.id}-${sides.b.dossier.id}`,
      columns: [
        "a",
        "code_a",
        "onderdeel_a",
        "tekst_a",
        "b",
        "code_b",
        "onderdeel_b",
        "tekst_b",
        "verband",
        "gelijkenis",
        "besluit",
        "opmerking",
      ],
      rows: [
        ...[...result.pairs, ...result.rejected].map((p): Cell[] => [
          ...cells("a", p.a),
          ...cells("b", p.b),
          RELATIONS[p.relation][0],
          p.score,
          ...decided(p.a, p.b),
        ]),
        ...decisions.all
          .filter((d) => result.pairs.some((p) => p.a === d.a || p.b === d.b) && (d.a === null || d.b === null))
          .map(alone),
        ...result.onlyA.map(({ id }) => alone({ a: id, b: null })),
        ...result.onlyB.map(({ id }) => alone({ a: null, b: id })),
      ],
    }),
    "alle paren met uw besluiten",
  );
}
