/** The user's own files on the page: choosing, reading, keeping and forgetting them. */
import { html } from "npm:htl";
import type { DossierKind } from "../../src/model.js";
import type { Address } from "./address.js";
import type { AnchorsFile } from "./anchor-types.js";
import { NotStarted, Refused } from "./background.js";
import { droppedFiles } from "./dropped.js";
import { fileButton } from "./file-button.js";
import type { LevelsFile } from "./level-types.js";
import { forgetAll, forgetFile, type KeptFile, keepFile, keptFiles } from "./own.js";
import { startReaders } from "./own-readers.js";
import type { OwnComparison, OwnDocument, Step } from "./own-types.js";
import { reasonInDutch } from "./reasons.js";
import type { Overview } from "./types.js";
import { count, counted, kindNames } from "./words.js";

interface OwnFile extends KeptFile {
  sha256: string;
  document: OwnDocument;
  /** Whether the browser keeps it after the page is closed. */
  kept: boolean;
}

interface Problem {
  name: string;
  dutch: string;
  reason: string;
}

export interface Chosen {
  document: OwnDocument;
  /** Which dossier of the file. */
  place: number;
}

type Watch<T> = (notify: (value: T) => void) => () => void;

export interface OwnFiles {
  add(files: Iterable<File>): Promise<void>;
  /** Reads a file again as another kind of document. */
  readAs(sha256: string, kind: DossierKind | null): Promise<void>;
  choose(sha256: string, place: number): void;
  keep(sha256: string, yes: boolean): Promise<void>;
  forget(sha256: string): Promise<void>;
  forgetAll(): Promise<void>;
  file(sha256: string, as: "corpus" | "audit"): Promise<string>;
  /** Where a theme comes up in a dossier of a file. */
  anchors(sha256: string, place: number, theme: string): Promise<AnchorsFile>;
  levels(sha256: string, place: number): Promise<LevelsFile>;
  readonly files: readonly OwnFile[];
  readonly problems: readonly Problem[];
  /** What is being done, in words; empty when nothing is. */
  readonly busy: string;
  /** How things stand when nothing is being done. */
  readonly state: "" | "ready" | "removed" | "elsewhere";
  readonly progress: number | null;
  watch: Watch<OwnFiles>;
  watchChosen: Watch<Chosen | null>;
  watchComparison(sha256: string, place: number): Watch<OwnComparison[] | null>;
}

const STATES: Record<OwnFiles["state"], string> = {
  "": "",
  ready: "Klaar.",
  removed: "Verwijderd.",
  elsewhere: "Dit adres hoort bij een document dat niet in deze browser staat. Kies dat document hier opnieuw.",
};

const STEPS: Record<Step, string> = {
  lezen: "Het bestand wordt gelezen",
  herstellen: "De tekst wordt hersteld",
  ontleden: "De onderdelen en uitspraken worden gezocht",
  vergelijken: "Het dossier wordt vergeleken",
};

export function ownFiles(overview: Overview, state: Address<"f" | "d" | "e" | "met">): OwnFiles {
  const reader = startReaders(overview);
  const files: OwnFile[] = [];
  let problems: Problem[] = [];
  let busy = "";
  let progress: number | null = null;
  let removed = false;
  let started = false;
  const comparisons = new Map<string, Promise<OwnComparison[]>>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const onProgress = (step: Step, done: number, of: number): void => {
    busy = STEPS[step];
    progress = of === 0 ? null : done / of;
    changed();
  };
  const idle = (): void => {
    busy = "";
    progress = null;
    changed();
  };

  async function read(name: string, bytes: ArrayBuffer, kind: DossierKind | null): Promise<OwnFile | null> {
    try {
      // A copy goes to the reader: the file may yet be kept, or read as another kind.
      const document = await reader.read(name, bytes.slice(0), kind, onProgress);
      const { sha256 } = document;
      const old = files.findIndex((f) => f.sha256 === sha256);
      const file = { sha256, name, kind, bytes, document, kept: files[old]?.kept ?? false };
      if (old < 0) files.push(file);
      else files[old] = file;
      for (const place of document.dossiers.keys()) comparisons.delete(`${sha256} ${place}`);
      return file;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const dutch =
        error instanceof Refused
          ? reasonInDutch(reason)
          : error instanceof NotStarted
            ? error.dutch
            : "Bij het lezen ging iets mis.";
      problems = [...problems, { name, dutch, reason }];
      return null;
    }
  }

  function chosen(): Chosen | null {
    const { f, d } = state.get();
    const file = files.find((one) => one.sha256.startsWith(f ?? "-"));
    if (file === undefined) return null;
    const place = Number(d ?? 0);
    return { document: file.document, place: file.document.dossiers[place] === undefined ? 0 : place };
  }

  const own: OwnFiles = {
    get files() {
      return files;
    },
    get problems() {
      return problems;
    },
    get busy() {
      return busy;
    },
    get progress() {
      return progress;
    },
    get state() {
      if (files.length > 0 && chosen() !== null) return "ready";
      if (started && state.get().f !== undefined && problems.length === 0) return "elsewhere";
      return removed ? "removed" : "";
    },
    async add(some) {
      problems = [];
      let last: OwnFile | null = null;
      for (const file of some) {
        let bytes: ArrayBuffer;
        try {
          bytes = await file.arrayBuffer();
        } catch {
          problems = [
            ...problems,
            {
              name: file.name,
              dutch: "De browser kan dit niet als bestand openen. Een map gaat niet: kies de bestanden zelf.",
              reason: "not a file",
            },
          ];
          continue;
        }
        last = (await read(file.name, bytes, null)) ?? last;
      }
      if (last !== null) own.choose(last.sha256, 0);
      idle();
    },
    async readAs(sha256, kind) {
      const file = files.find((one) => one.sha256 === sha256);
      if (file === undefined) return;
      const again = await read(file.name, file.bytes, kind);
      if (again?.kept) await keepFile(sha256, { name: again.name, kind, bytes: again.bytes });
      idle();
    },
    choose(sha256, place) {
      state.set({ f: sha256.slice(0, 12), d: place === 0 ? "" : String(place), e: "" });
      changed();
    },
    async keep(sha256, yes) {
      const file = files.find((one) => one.sha256 === sha256);
      if (file === undefined) return;
      try {
        if (yes) await keepFile(sha256, { name: file.name, kind: file.kind, bytes: file.bytes });
        else await forgetFile(sha256);
        file.kept = yes;
      } catch (error) {
        problems = [
          {
            name: file.name,
            dutch: "Deze browser bewaart niets, bijvoorbeeld in een privévenster.",
            reason: String(error),
          },
        ];
      }
      changed();
    },
    async forget(sha256) {
      await own.keep(sha256, false);
      const place = files.findIndex((one) => one.sha256 === sha256);
      // Pressed twice, it is gone already.
      if (place >= 0) files.splice(place, 1);
      removed = true;
      if (chosen() === null) state.set({ f: "", d: "", e: "", met: "" });
      changed();
    },
    async forgetAll() {
      await forgetAll().catch(() => {});
      files.length = 0;
      problems = [];
      removed = true;
      state.set({ f: "", d: "", e: "", met: "" });
      changed();
    },
    file: (sha256, as) => reader.file(sha256, as),
    anchors: (sha256, place, theme) => reader.anchors(sha256, place, theme),
    levels: (sha256, place) => reader.levels(sha256, place),
    watch: (notify) => {
      const listener = (): void => notify(own);
      listeners.add(listener);
      listener();
      return () => listeners.delete(listener);
    },
    watchChosen: (notify) => {
      let last: Chosen | null | undefined;
      const listener = (): void => {
        const now = chosen();
        if (last !== undefined && now?.document === last?.document && now?.place === last?.place) return;
        last = now;
        notify(now);
      };
      listeners.add(listener);
      const stop = state.watch("f", "d")(listener);
      listener();
      return () => {
        stop();
        listeners.delete(listener);
      };
    },
    watchComparison: (sha256, place) => (notify) => {
      let on = true;
      notify(null);
      const key = `${sha256} ${place}`;
      let promise = comparisons.get(key);
      if (promise === undefined) {
        promise = reader.compare(sha256, place, onProgress, (some) => {
          if (on) notify(some);
        });
        comparisons.set(key, promise);
      }
      promise.then(
        (found) => {
          idle();
          if (on) notify(found);
        },
        (error: unknown) => {
          comparisons.delete(key);
          problems = [
            ...problems,
            {
              name: "Vergelijken",
              dutch: error instanceof NotStarted ? error.dutch : "Het vergelijken is niet gelukt.",
              reason: error instanceof Error ? error.message : String(error),
            },
          ];
          idle();
        },
      );
      return () => {
        on = false;
      };
    },
  };

  void keptFiles().then(async (all) => {
    for (const [, file] of all) {
      const read1 = await read(file.name, file.bytes, file.kind);
      if (read1 !== null) read1.kept = true;
    }
    if (all.length > 0 && chosen() === null && files[0] !== undefined) own.choose(files[0].sha256, 0);
    started = true;
    idle();
  });
  return own;
}

/** Where a file is dropped or chosen. */
export function picker(own: OwnFiles): HTMLElement {
  const choose = fileButton(
    "Kies een bestand",
    { accept: ".pdf,.docx,.txt,.md,.html,.htm,.csv,.tsv,.xlsx,.json", multiple: true },
    (files) => void own.add(files),
  );
  const box = html`<div class="drop"><p class="buttons">${choose} <span>of sleep het hierheen; een map met bestanden mag ook</span></p>
<p class="muted">PDF, Word (.docx), tekst, HTML, of een lijst met uitspraken in Excel of CSV.</p></div>`;
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("over");
  });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    void droppedFiles(event.dataTransfer).then((files) => own.add(files));
  });
  return box;
}

/** What is being done, and what went wrong. */
export function status(own: OwnFiles): HTMLElement {
  const line = html`<p role="status" class="status"></p>`;
  const bar = html`<progress aria-label="Voortgang" max="1" hidden></progress>` as HTMLProgressElement;
  const wrong = html`<div role="alert"></div>`;
  let said = "";
  own.watch(({ busy, progress, problems, state }) => {
    const text = busy === "" ? STATES[state] : `${busy}…`;
    if (line.textContent !== text) line.textContent = text;
    bar.hidden = busy === "";
    if (progress === null) bar.removeAttribute("value");
    else bar.value = progress;
    const now = JSON.stringify(problems);
    if (now === said) return;
    said = now;
    wrong.replaceChildren(
      ...problems.map(
        (p) =>
          html`<div class="note warning"><p><b>${p.name}</b>: ${p.dutch}</p><p class="where">Melding van het programma: <q lang="en">${p.reason}</q></p></div>`,
      ),
    );
  });
  return html`<div>${line}${bar}${wrong}</div>`;
}

/** The files that were read: choose one, keep it, or take it away. */
export function ownList(own: OwnFiles): HTMLElement {
  const box = html`<div></div>`;
  let said = "";
  own.watch(({ files }) => {
    const now = JSON.stringify(files.map((f) => [f.sha256, f.kept, f.kind, f.document.dossiers.length]));
    if (now === said) return;
    said = now;
    if (files.length === 0) {
      box.replaceChildren();
      return;
    }
    const items = files.map((f) => {
      const keep = html`<input type="checkbox" checked=${f.kept}>` as HTMLInputElement;
      keep.addEventListener("change", () => void own.keep(f.sha256, keep.checked));
      const away = html`<button type="button" class="quiet" aria-label=${`Verwijder ${f.name}`}>Verwijder</button>`;
      away.addEventListener("click", () => void own.forget(f.sha256).then(toPicker));
      const open = f.document.dossiers.map((d, place) => {
        const button = html`<button type="button" class="link">${d.summary.title}</button>`;
        button.addEventListener("click", () => own.choose(f.sha256, place));
        return html`<li>${button} <span class="muted">${counted(d.summary.statements, "uitspraak", "uitspraken")}</span></li>`;
      });
      return html`<li><b>${f.name}</b> <span class="muted">${counted(f.document.dossiers.length, "dossier", "dossiers")}</span> <label>${keep} Bewaar in deze browser</label> ${away}<ul>${open}</ul></li>`;
    });
    box.replaceChildren(
      html`<h2>Uw bestanden (${count(files.length)})</h2>`,
      html`<ul class="plain own-files">${items}</ul>`,
      forgetButton(own),
    );
  });
  return box;
}

/** The button that was pressed is gone: on from where a next file is chosen. */
const toPicker = (): void => document.querySelector<HTMLInputElement>(".drop .file-input")?.focus();

function forgetButton(own: OwnFiles): HTMLElement {
  const button = html`<button type="button" class="quiet">Verwijder alle bestanden uit deze browser</button>`;
  button.addEventListener("click", () => void own.forgetAll().then(toPicker));
  return html`<p>${button}</p>`;
}

/** Which kind of document a file is read as; the program's own finding unless another is chosen. */
export function kindChoice(own: OwnFiles, { sha256 }: OwnDocument): HTMLElement {
  const file = own.files.find((f) => f.sha256 === sha256);
  const select = html`<select class="kind"><option value="">Het programma bepaalt het zelf</option>${kindNames.map(
    ([kind, name]) => html`<option value=${kind}>${name}</option>`,
  )}</select>` as HTMLSelectElement;
  select.value = file?.kind ?? "";
  select.addEventListener("change", () => {
    void own
      .readAs(sha256, select.value === "" ? null : (select.value as DossierKind))
      // What stands below is made anew, this control too.
      .then(() => setTimeout(() => document.querySelector<HTMLElement>("select.kind")?.focus(), 100));
  });
  return html`<div class="fields"><label class="field"><span>Lees dit document als</span>${select}</label></div>`;
}
