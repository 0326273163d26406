/** A joint module: what several profiles share, what a team takes of it, and the outline that comes out. */
import { html } from "npm:htl";
import type { Address } from "./address.js";
import { type FullDossier, loadDossier, type PlacedStatement } from "./data.js";
import type { SharedGroups } from "./own-types.js";
import type { Overview } from "./types.js";
import { count, counted, type NumberedDossier, whereOf } from "./words.js";

export interface Choice {
  dossier: string;
  /** Id of a profile or variant; empty for the whole dossier. */
  part: string;
}

/** Choices as they stand in the address. */
export const readChoices = (text: string | undefined, dossiers: readonly NumberedDossier[]): Choice[] =>
  (text ?? "").split(",").flatMap((one): Choice[] => {
    const found = dossiers
      .filter((d) => one === d.id || one.startsWith(`${d.id}/`))
      .sort((x, y) => y.id.length - x.id.length)[0];
    return found === undefined ? [] : [{ dossier: found.id, part: one.slice(found.id.length + 1) }];
  });

const written = ({ dossier, part }: Choice): string => (part === "" ? dossier : `${dossier}/${part}`);

/** Which profiles to design for: dossiers, or profiles and variants in them. */
export function profileChoice(dossiers: readonly NumberedDossier[], state: Address<"van">): HTMLElement {
  const boxes: { input: HTMLInputElement; value: string }[] = [];
  const box = (value: string, name: string): HTMLElement => {
    const input = html`<input type="checkbox">` as HTMLInputElement;
    input.addEventListener("change", () => {
      state.set({
        van: boxes
          .filter((b) => b.input.checked)
          .map((b) => b.value)
          .join(","),
      });
    });
    boxes.push({ input, value });
    return html`<label>${input} <span>${name}</span></label>`;
  };
  const groups = [...new Set(dossiers.map((d) => d.collectionName))];
  const element = html`<div class="profiles">${groups.map(
    (group) =>
      html`<fieldset><legend>${group}</legend><ul class="plain">${dossiers
        .filter((d) => d.collectionName === group)
        .map(
          (d) =>
            html`<li>${box(d.id, d.name)}${
              d.parts.length === 0
                ? ""
                : html`<ul class="plain">${d.parts.map((p) => html`<li>${box(`${d.id}/${p.id}`, `alleen ${p.title || p.id}`)}</li>`)}</ul>`
            }</li>`,
        )}</ul></fieldset>`,
  )}</div>`;
  let placed = false;
  const stop = state.watch("van")(({ van }) => {
    placed ||= element.isConnected;
    if (placed && !element.isConnected) {
      stop();
      return;
    }
    const chosen = new Set(readChoices(van, dossiers).map(written));
    for (const { input, value } of boxes) input.checked = chosen.has(value);
  });
  return element;
}

/** One statement of a group, with the profile it is of. */
export interface Member {
  part: number;
  statement: PlacedStatement;
  dossier: FullDossier;
}

export interface DesignGroup {
  /** Made of its members: the same choice gives the same key. */
  key: string;
  in: "all" | "some" | "one";
  members: Member[];
}

/** The groups with their statements; those whose text or place is not known are left out. */
export async function designGroups(
  overview: Overview,
  choices: readonly Choice[],
  { groups }: SharedGroups,
): Promise<DesignGroup[]> {
  const loaded = await Promise.all(choices.map(({ dossier }) => loadDossier(overview, dossier)));
  const statements = loaded.map((d) => new Map(d?.statements.map((s) => [s.id, s])));
  return groups.flatMap((group): DesignGroup[] => {
    const members = group.statements.flatMap(({ part, id }): Member[] => {
      const statement = statements[part]?.get(id);
      const dossier = loaded[part];
      return statement && dossier ? [{ part, statement, dossier }] : [];
    });
    return members.length === 0 ? [] : [{ key: members.map((m) => m.statement.id).join(" "), in: group.in, members }];
  });
}

/** What a person took for the outline, by the keys of the groups. */
export class Selection {
  private readonly keys = new Set<string>();
  private readonly listeners = new Set<() => void>();

  has(key: string): boolean {
    return this.keys.has(key);
  }

  set(keys: readonly string[], yes: boolean): void {
    for (const key of keys) {
      if (yes) this.keys.add(key);
      else this.keys.delete(key);
    }
    for (const listener of [...this.listeners]) listener();
  }

  watch(notify: () => void): () => void {
    this.listeners.add(notify);
    notify();
    return () => this.listeners.delete(notify);
  }
}

/** At most this many groups at once; the rest after a press on a button. */
const PAGE = 50;

export function groupList(
  groups: readonly DesignGroup[],
  letters: readonly string[],
  selection: Selection,
): HTMLElement {
  if (groups.length === 0) return html`<p class="muted">Geen.</p>`;
  const list = html`<ol class="groups"></ol>`;
  const more = html`<button type="button"></button>`;
  const all = html`<button type="button" class="quiet">Neem deze ${count(groups.length)} allemaal mee</button>`;
  all.addEventListener("click", () =>
    selection.set(
      groups.map((g) => g.key),
      true,
    ),
  );
  const box = html`<div><p>${all}</p>${list}</div>`;
  let shown = 0;
  const show = (): void => {
    const next = groups.slice(shown, shown + PAGE);
    shown += next.length;
    list.append(...next.map((g) => groupItem(g, letters, selection)));
    if (shown < groups.length) {
      more.textContent = `Toon meer (nog ${count(groups.length - shown)})`;
      box.append(more);
    } else more.remove();
  };
  more.addEventListener("click", show);
  show();
  return box;
}

function groupItem(group: DesignGroup, letters: readonly string[], selection: Selection): HTMLElement {
  const input = html`<input type="checkbox">` as HTMLInputElement;
  input.addEventListener("change", () => selection.set([group.key], input.checked));
  const item = html`<li class="group"><label class="take">${input} <span>Neem mee</span></label>
<ul class="plain">${group.members.map(
    ({ part, statement, dossier }) =>
      html`<li><b class="badge" title=${dossier.dossier.title}>${letters[part] ?? ""}</b> ${
        statement.text === null ? html`<i class="withheld">Tekst niet meegeleverd</i>` : statement.text
      } <span class="where">${whereOf(statement)}</span></li>`,
  )}</ul></li>`;
  let placed = false;
  const stop = selection.watch(() => {
    placed ||= item.isConnected;
    if (placed && !item.isConnected) stop();
    else input.checked = selection.has(group.key);
  });
  return item;
}

/** How many groups are taken; follows the selection. */
export function selectionCount(groups: readonly DesignGroup[], selection: Selection): HTMLElement {
  const line = html`<p role="status"></p>`;
  selection.watch(() => {
    const n = groups.filter((g) => selection.has(g.key)).length;
    line.textContent =
      n === 0
        ? "U hebt nog niets meegenomen. Vink hierboven aan wat in de module hoort."
        : `U hebt ${counted(n, "groep", "groepen")} meegenomen.`;
  });
  return line;
}
