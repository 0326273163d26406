/** Three dossiers or more side by side: what all of them share, what some share, and what is one's own. */
import { html } from "npm:htl";
import type { Address } from "./address.js";
import type { Cell } from "./csv.js";
import { type DesignGroup, groupMembers } from "./design.js";
import { type DossierSearch, dossierList, followAll } from "./dossiers.js";
import { growing } from "./lists.js";
import { downloads } from "./sheets.js";
import { table } from "./table.js";
import { count, counted, type NumberedDossier } from "./words.js";

type State = Address<"a" | "b" | "ook" | "deel">;
type Values = ReturnType<State["get"]>;

/** A and B and what was added to them, by their numbers; each once. */
export function severalOf({ a, b, ook }: Values, dossiers: readonly NumberedDossier[]): NumberedDossier[] {
  const ids = new Set([a, b, ...(ook ?? "").split(",")]);
  return dossiers.filter((d) => ids.has(d.id));
}

/** The values of the address that lay these two side by side and keep the others. */
export function withPair(some: readonly NumberedDossier[], a: string, b: string): Values {
  const rest = some.filter((d) => d.id !== a && d.id !== b).map((d) => d.id);
  return { a, b, ook: rest.join(",") };
}

/** Adds a dossier to those that are chosen: as A, as B, or beside those. */
export function addDossier(state: State, id: string): void {
  const { a, b, ook } = state.get();
  if (id === "" || id === a || id === b) return;
  if (a === undefined) state.set({ a: id });
  else if (b === undefined) state.set({ b: id });
  else state.set({ ook: [...new Set([...(ook ?? "").split(","), id])].filter((x) => x !== "").join(",") });
}

/** A list to add dossiers from. */
export function addSelect(dossiers: readonly NumberedDossier[], state: State, search: DossierSearch): HTMLElement {
  const choose = (id: string): void => {
    list.show("");
    addDossier(state, id);
  };
  const list = dossierList("Nog een dossier erbij", dossiers, choose, search);
  return list.element;
}

/** What was added to A and B, each to be taken away. */
export function addedList(dossiers: readonly NumberedDossier[], state: State): HTMLElement {
  const list = html`<ul class="plain added"></ul>`;
  followAll(list, state, ["a", "b", "ook"], ({ a, b, ook }) => {
    const ids = (ook ?? "").split(",").filter((id) => id !== a && id !== b);
    const shown = dossiers.filter((d) => ids.includes(d.id));
    const item = (d: NumberedDossier): HTMLElement => {
      const away = html`<button type="button" class="quiet" aria-label=${`Haal weg: ${d.name}`}>Haal weg</button>`;
      away.addEventListener("click", () => {
        const rest = shown.filter((other) => other !== d).map((other) => other.id);
        state.set({ ook: rest.join(",") });
        (list.querySelector<HTMLElement>("button") ?? document.querySelector<HTMLElement>("main select"))?.focus();
      });
      return html`<li>${d.name} ${away}</li>`;
    };
    list.replaceChildren(...shown.map(item));
  });
  return list;
}

/** Groups of statements that stand in the same dossiers. */
export interface Combination {
  /** Places among the chosen dossiers, from 1, as they stand in the address. */
  key: string;
  parts: number[];
  groups: DesignGroup[];
}

/** What more dossiers share comes first, and of as many what they share most of. */
export function combinations(groups: readonly DesignGroup[]): Combination[] {
  const found = new Map<string, Combination>();
  for (const group of groups) {
    const parts = [...new Set(group.members.map(({ part }) => part))].sort((x, y) => x - y);
    const key = parts.map((part) => part + 1).join("-");
    const combination = found.get(key) ?? { key, parts, groups: [] };
    combination.groups.push(group);
    found.set(key, combination);
  }
  return [...found.values()].sort(
    (x, y) => y.parts.length - x.parts.length || y.groups.length - x.groups.length || (x.key < y.key ? -1 : 1),
  );
}

/** In which dossiers, in words. */
function whichDossiers({ parts }: Combination, some: readonly NumberedDossier[]): string {
  const numbers = parts.map((part) => String(some[part]?.number ?? ""));
  if (parts.length === some.length) return `In alle ${some.length}`;
  if (parts.length === 1) return `Alleen in ${numbers[0]}`;
  return `In ${numbers.slice(0, -1).join(", ")} en ${numbers.at(-1)}`;
}

/** Each combination of dossiers with a mark for those in it, and how much they share; press one to read it. */
export function combinationTable(
  found: readonly Combination[],
  some: readonly NumberedDossier[],
  open: (key: string) => void,
): HTMLElement {
  const most = Math.max(1, ...found.map(({ groups }) => groups.length));
  return table<Combination>(
    "Wat staat in welke dossiers? Elke rij is een combinatie van dossiers",
    [
      {
        name: "In welke dossiers",
        heading: true,
        value: (c) => {
          const button = html`<button type="button" class="link">${whichDossiers(c, some)}</button>`;
          button.addEventListener("click", () => open(c.key));
          return button;
        },
      },
      ...some.map((d, i) => ({
        name: String(d.number),
        value: (c: Combination): Node =>
          c.parts.includes(i)
            ? html`<span class="dot" role="img" aria-label="ja"></span>`
            : html`<span class="dot none" role="img" aria-label="nee"></span>`,
      })),
      {
        name: "Hoeveel",
        value: ({ groups }) =>
          html`<span class="amount" style=${`width: ${(6 * groups.length) / most}rem`}></span> ${count(groups.length)}`,
      },
    ],
    found,
  );
}

/** The groups of one combination. */
export function combinationGroups(combination: Combination, some: readonly NumberedDossier[]): HTMLElement {
  const numbers = some.map((d) => String(d.number));
  const { groups, parts } = combination;
  const what =
    parts.length === 1
      ? counted(
          groups.length,
          "uitspraak zonder tegenhanger in de andere",
          "uitspraken zonder tegenhanger in de andere",
        )
      : counted(
          groups.length,
          "groep van uitspraken die elkaars tegenhanger zijn",
          "groepen van uitspraken die elkaars tegenhanger zijn",
        );
  return html`<div><p aria-live="polite"><b>${whichDossiers(combination, some)}</b>: ${what}.</p>${growing(groups, (group) => html`<li class="group">${groupMembers(group, numbers)}</li>`, "Geen.")}</div>`;
}

/** Every statement with its group and the dossiers that share it, for a spreadsheet. */
export function severalDownload(groups: readonly DesignGroup[], some: readonly NumberedDossier[]): HTMLElement {
  return downloads(
    () => ({
      name: "gedeeld",
      columns: ["groep", "gedeeld_door", "dossier", "titel", "id", "code", "onderdeel", "sectie", "tekst"],
      rows: groups.flatMap((group, i) =>
        group.members.map(({ part, statement: s }): Cell[] => [
          i + 1,
          group.members.length,
          some[part]?.id ?? "",
          some[part]?.title ?? "",
          s.id,
          s.place?.code ?? null,
          s.place?.title ?? null,
          s.section,
          s.text,
        ]),
      ),
    }),
    "alle groepen",
  );
}
