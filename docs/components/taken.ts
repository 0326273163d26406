/** What a person took for a joint module: which groups of statements, in which order, under which titles. */

/** A group of statements as it is told apart from others. */
export interface TakenGroup {
  /** Ids of its statements. */
  ids: readonly string[];
  /** A title of the person's own; empty for the words of the first statement. */
  title: string;
}

/** A module as the browser keeps it. */
export interface KeptModule {
  name: string;
  /** The profiles it was last made for, as they stand in the address. */
  of: string;
  taken: TakenGroup[];
}

/** What is taken is told by statements, so that it stays taken where a group gains or loses a profile. */
interface Group {
  members: readonly { statement: { id: string } }[];
}

const NAME = "Gezamenlijke module";

export class Module<G extends Group> {
  of: string;
  private entries: TakenGroup[];
  private ownName: string;
  private readonly keep: (module: KeptModule) => void;
  private readonly listeners = new Set<() => void>();
  private places = new Map<TakenGroup, G>();
  private entryOf = new Map<G, TakenGroup>();
  private offered: readonly G[] = [];

  /** @param keep is given the module after each change */
  constructor(start: KeptModule | null, keep: (module: KeptModule) => void = () => {}) {
    this.entries = [...(start?.taken ?? [])];
    this.ownName = start?.name ?? "";
    this.of = start?.of ?? "";
    this.keep = keep;
  }

  /** The groups of the profiles that are chosen now: each taken one is the group that holds most of its statements. */
  use(groups: readonly G[]): void {
    this.offered = groups;
    const holding = new Map<string, G[]>();
    for (const group of groups) {
      for (const { statement } of group.members) {
        holding.set(statement.id, [...(holding.get(statement.id) ?? []), group]);
      }
    }
    this.places = new Map();
    this.entryOf = new Map();
    for (const entry of this.entries) {
      const found = new Map<G, number>();
      for (const group of entry.ids.flatMap((id) => holding.get(id) ?? [])) {
        found.set(group, (found.get(group) ?? 0) + 1);
      }
      // The sort is stable: of equals the first.
      const [best] = [...found].sort(([, x], [, y]) => y - x).filter(([group]) => !this.entryOf.has(group));
      if (best === undefined) continue;
      this.places.set(entry, best[0]);
      this.entryOf.set(best[0], entry);
    }
    this.tell();
  }

  /** The groups that are taken, in the person's order. */
  get groups(): G[] {
    return this.entries.flatMap((entry) => this.places.get(entry) ?? []);
  }

  /** How many were taken that do not belong to the profiles of now. */
  get elsewhere(): number {
    return this.entries.length - this.places.size;
  }

  has(group: G): boolean {
    return this.entryOf.has(group);
  }

  set(groups: readonly G[], yes: boolean): void {
    for (const group of groups) {
      const entry = this.entryOf.get(group);
      if (yes === (entry !== undefined)) continue;
      if (entry === undefined) {
        const taken = { ids: group.members.map(({ statement }) => statement.id), title: "" };
        this.entries.push(taken);
        this.places.set(taken, group);
        this.entryOf.set(group, taken);
      } else {
        this.entries = this.entries.filter((one) => one !== entry);
        this.places.delete(entry);
        this.entryOf.delete(group);
      }
    }
    this.changed();
  }

  /** Puts a group one place up (−1) or down (1) among those of the profiles of now. */
  move(group: G, by: -1 | 1): void {
    const here = this.entries.filter((entry) => this.places.has(entry));
    const entry = this.entryOf.get(group);
    const other = entry === undefined ? undefined : here[here.indexOf(entry) + by];
    if (entry === undefined || other === undefined) return;
    const [i, j] = [this.entries.indexOf(entry), this.entries.indexOf(other)];
    this.entries[i] = other;
    this.entries[j] = entry;
    this.changed();
  }

  titleOf(group: G): string {
    return this.entryOf.get(group)?.title ?? "";
  }

  /** Does not tell the listeners: who types a title sees it already. */
  setTitle(group: G, title: string): void {
    const entry = this.entryOf.get(group);
    if (entry === undefined) return;
    entry.title = title;
    this.keep(this.kept);
  }

  get name(): string {
    return this.ownName.trim() || NAME;
  }

  set name(name: string) {
    this.ownName = name;
    this.keep(this.kept);
  }

  /** Takes nothing any more; gives what was taken. */
  clear(): KeptModule {
    const before = this.kept;
    this.entries = [];
    this.ownName = "";
    this.of = "";
    this.places.clear();
    this.entryOf.clear();
    this.changed();
    return before;
  }

  /** Takes again what was taken. */
  restore({ name, of, taken }: KeptModule): void {
    this.entries = [...taken];
    this.ownName = name;
    this.of = of;
    this.keep(this.kept);
    this.use(this.offered);
  }

  watch(notify: () => void): () => void {
    this.listeners.add(notify);
    notify();
    return () => this.listeners.delete(notify);
  }

  private get kept(): KeptModule {
    return { name: this.ownName, of: this.of, taken: this.entries };
  }

  private changed(): void {
    this.keep(this.kept);
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
