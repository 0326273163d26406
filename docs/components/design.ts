/** A joint module: what several profiles share, what a team takes of it, and the outline that comes out. */
import { html } from "npm:htl";
import type { Address } from "./address.js";
import { type FullDossier, loadDossier, type PlacedStatement } from "./data.js";
import { follow, hasWords } from "./dossiers.js";
import type { SharedGroups } from "./own-types.js";
import { onPress } from "./press.js";
import type { Module } from "./taken.js";
import type { Overview } from "./types.js";
import { wipeButton } from "./wipe.js";
import { count, counted, type NumberedDossier, whereOf, wordsOf } from "./words.js";

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

/** More dossiers than this are searched, not looked through. */
const MOST_AT_ONCE = 20;

/** A box that leaves only the dossiers with these words, and those that are chosen. */
function profileSearch(items: ReadonlyMap<NumberedDossier, HTMLElement>): HTMLElement {
  const input = html`<input type="search" autocomplete="off" spellcheck="false" maxlength="100">` as HTMLInputElement;
  const said = html`<span class="where" role="status"></span>`;
  input.addEventListener("input", () => {
    const keep = hasWords(input.value);
    let found = 0;
    for (const [d, item] of items) {
      const fits = keep(d);
      if (fits) found++;
      item.hidden = !fits && item.querySelector(":checked") === null;
    }
    said.textContent = input.value.trim() === "" ? "" : `${counted(found, "dossier", "dossiers")} gevonden`;
  });
  return html`<div class="fields"><div><label class="field"><span>Zoek een profiel</span>${input}</label>${said}</div></div>`;
}

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
  const many = dossiers.length > MOST_AT_ONCE;
  const items = new Map<NumberedDossier, HTMLElement>();
  const list = html`<div class=${many ? "profiles many" : "profiles"}>${groups.map(
    (group) =>
      html`<fieldset><legend>${group}</legend><ul class="plain">${dossiers
        .filter((d) => d.collectionName === group)
        .map((d) => {
          const parts = d.parts.map((p) => html`<li>${box(`${d.id}/${p.id}`, `alleen ${p.title || p.id}`)}</li>`);
          const item = html`<li>${box(d.id, d.name)}${parts.length === 0 ? "" : html`<ul class="plain">${parts}</ul>`}</li>`;
          items.set(d, item);
          return item;
        })}</ul></fieldset>`,
  )}</div>`;
  const element = many ? html`<div>${profileSearch(items)}${list}</div>` : list;
  follow(element, state, "van", (van) => {
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
    return members.length === 0 ? [] : [{ in: group.in, members }];
  });
}

/** At most this many groups at once; the rest after a press on a button. */
const PAGE = 50;

export function groupList(
  groups: readonly DesignGroup[],
  letters: readonly string[],
  module: Module<DesignGroup>,
): HTMLElement {
  if (groups.length === 0) return html`<p class="muted">Geen.</p>`;
  const list = html`<ol class="groups"></ol>`;
  const more = html`<button type="button"></button>`;
  const all = html`<button type="button" class="quiet">Neem deze ${count(groups.length)} allemaal mee</button>`;
  all.addEventListener("click", () => module.set(groups, true));
  const box = html`<div><p>${all}</p>${list}</div>`;
  let shown = 0;
  const show = (): void => {
    const next = groups.slice(shown, shown + PAGE);
    shown += next.length;
    list.append(...next.map((g) => groupItem(g, letters, module)));
    if (shown < groups.length) {
      more.textContent = `Toon meer (nog ${count(groups.length - shown)})`;
      box.append(more);
    } else more.remove();
  };
  more.addEventListener("click", show);
  show();
  return box;
}

/** The statements of a group, each behind the letter of its profile. */
export function groupMembers(group: DesignGroup, letters: readonly string[]): HTMLElement {
  return html`<ul class="plain">${group.members.map(
    ({ part, statement, dossier }) =>
      html`<li><b class="badge" title=${dossier.dossier.title}>${letters[part] ?? ""}</b> ${
        statement.text === null ? html`<i class="withheld">Tekst niet meegeleverd</i>` : statement.text
      } <span class="where">${whereOf(statement)}</span></li>`,
  )}</ul>`;
}

function groupItem(group: DesignGroup, letters: readonly string[], module: Module<DesignGroup>): HTMLElement {
  const input = html`<input type="checkbox">` as HTMLInputElement;
  input.addEventListener("change", () => module.set([group], input.checked));
  const item = html`<li class="group"><label class="take">${input} <span>Neem mee</span></label>
${groupMembers(group, letters)}</li>`;
  whileShown(item, module, () => {
    input.checked = module.has(group);
  });
  return item;
}

/** How many groups are taken; follows the module. */
export function takenCount(module: Module<DesignGroup>): HTMLElement {
  const line = html`<p role="status"></p>`;
  whileShown(line, module, () => {
    const n = module.groups.length;
    const elsewhere =
      module.elsewhere === 0
        ? ""
        : ` ${counted(module.elsewhere, "groep die u eerder meenam, hoort", "groepen die u eerder meenam, horen")} bij andere profielen; die komt u weer tegen als u die kiest.`;
    line.textContent = `${
      n === 0
        ? "U hebt nog niets meegenomen. Vink hierboven aan wat in de module hoort."
        : `U hebt ${counted(n, "groep", "groepen")} meegenomen.`
    }${elsewhere}`;
  });
  return line;
}

/** Runs at each change of the module, until the element is taken out of the page. */
function whileShown(element: HTMLElement, module: Module<DesignGroup>, show: () => void): void {
  let placed = false;
  const stop = module.watch(() => {
    placed ||= element.isConnected;
    if (placed && !element.isConnected) stop();
    else show();
  });
}

/** The way back to the module that was left, where no profiles are chosen; nothing where there is none. */
export function backToModule(module: Module<DesignGroup>, state: Address<"van">): HTMLElement {
  if (module.of === "" || module.elsewhere === 0) return html`<span hidden></span>`;
  const button = html`<button type="button">Ga verder met “${module.name}”</button>`;
  button.addEventListener("click", () => state.set({ van: module.of }));
  return html`<p>U hebt hier eerder ${counted(module.elsewhere, "groep", "groepen")} meegenomen. ${button}</p>`;
}

/** Which profiles a group is of, by their letters. */
const forWhom = ({ members }: DesignGroup, letters: readonly string[]): string =>
  [...new Set(members.map(({ part }) => letters[part] ?? ""))].join(", ");

/** What is taken, in order, each with a title; buttons put it higher or lower. */
export function takenList(module: Module<DesignGroup>, letters: readonly string[]): HTMLElement {
  const box = html`<div></div>`;
  let now: DesignGroup[] = [];
  let shown = PAGE;
  const show = (): void => {
    now = module.groups;
    const list = html`<ol class="taken">${now.slice(0, shown).map((group, i) => takenItem(group, i))}</ol>`;
    const more = html`<button type="button">Toon meer (nog ${count(now.length - shown)})</button>`;
    more.addEventListener("click", () => {
      shown += PAGE;
      show();
    });
    box.replaceChildren(...(now.length === 0 ? [] : [list]), ...(now.length > shown ? [more] : []));
  };
  const move = (group: DesignGroup, by: -1 | 1): void => {
    module.move(group, by);
    const button = box.querySelector<HTMLButtonElement>(
      `li:nth-child(${now.indexOf(group) + 1}) button:nth-of-type(${by < 0 ? 1 : 2})`,
    );
    // At the end of the list the button that was pressed is off: on to the other one.
    if (button?.disabled) button.parentElement?.querySelector<HTMLButtonElement>("button:enabled")?.focus();
    else button?.focus();
  };
  const takenItem = (group: DesignGroup, i: number): HTMLElement => {
    const title = html`<input type="text" maxlength="300">` as HTMLInputElement;
    title.value = module.titleOf(group) || wordsOf(group);
    title.addEventListener("change", () => {
      const own = title.value.trim();
      module.setTitle(group, own === wordsOf(group) ? "" : own);
      title.value = own || wordsOf(group);
    });
    const step = (name: string, by: -1 | 1, off: boolean): HTMLButtonElement => {
      const button =
        html`<button type="button" class="quiet" aria-label=${`${name}: ${i + 1}`}>${name}</button>` as HTMLButtonElement;
      button.disabled = off;
      button.addEventListener("click", () => move(group, by));
      return button;
    };
    const away = html`<button type="button" class="quiet" aria-label=${`Haal weg: ${i + 1}`}>Haal weg</button>`;
    away.addEventListener("click", () => {
      module.set([group], false);
      const next = box.querySelectorAll<HTMLElement>("li input")[Math.min(i, now.length - 1)];
      next?.focus();
    });
    return html`<li><label class="field"><span>Titel ${i + 1} <span class="muted">voor ${forWhom(group, letters)}</span></span>${title}</label>
<div class="buttons">${step("Hoger", -1, i === 0)} ${step("Lager", 1, i === now.length - 1)} ${away}</div></li>`;
  };
  whileShown(box, module, show);
  return box;
}

/** A field for the name of the module. */
export function moduleName(module: Module<DesignGroup>): HTMLElement {
  const input = html`<input type="text" maxlength="120">` as HTMLInputElement;
  input.addEventListener("change", () => {
    module.name = input.value;
    input.value = module.name;
  });
  whileShown(input, module, () => {
    if (document.activeElement !== input) input.value = module.name;
  });
  return html`<label class="field"><span>Naam van de module</span>${input}</label>`;
}

/** A button that saves the outline; off while nothing is taken. */
export function saveButton(
  label: string,
  module: Module<DesignGroup>,
  save: () => Promise<void> | void,
  quiet = false,
): HTMLElement {
  const button = html`<button type="button" class=${quiet ? "quiet" : ""}>${label}</button>` as HTMLButtonElement;
  const said = html`<span class="where" role="status"></span>`;
  onPress(button, said, save);
  whileShown(button, module, () => {
    button.disabled = module.groups.length === 0;
  });
  return html`<div class="buttons">${button} ${said}</div>`;
}

/** Where the module is kept, in words, and a button that takes it away. */
export function keepingText(module: Module<DesignGroup>, keeps: boolean): HTMLElement {
  if (!keeps) {
    return html`<p class="note warning">Deze browser bewaart niets, bijvoorbeeld in een privévenster. Wat u meeneemt, is weg als u de pagina sluit. Bewaar de opzet dus als Word-document of als Markdown.</p>`;
  }
  const away = wipeButton("Wis wat u hebt meegenomen", () => {
    const before = module.clear();
    if (before.taken.length === 0) return null;
    return { what: counted(before.taken.length, "groep", "groepen"), back: () => module.restore(before) };
  });
  return html`<div><p class="where">Wat u meeneemt, de volgorde en de titels blijven in deze browser bewaard tot u ze wist. Ze gaan niet naar een andere computer.</p>${away}</div>`;
}
