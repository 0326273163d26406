import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import background from "../../data/background/words.json" with { type: "json" };
import thesaurus from "../../data/thesaurus/thesaurus.json" with { type: "json" };
import { fold } from "../../src/language/fold.js";
import { stemDutch } from "../../src/language/snowball.js";
import { words } from "../../src/language/tokens.js";

const { concepts } = thesaurus;
const groups: { id: string; concept: string; members: string[]; opposite?: string }[] = thesaurus.groups;
const groupIds = groups.map(({ id }) => id);
const conceptIds = concepts.map(({ id }) => id);

/** What a member comes down to: the set of its stems. */
const stems = (member: string): string[] => [...new Set(words(member).map(stemDutch))].sort();
const key = (member: string): string => stems(member).join(" ");
const twice = (values: string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

describe("ids", () => {
  test("are folded and in kebab case", () => {
    expect([...groupIds, ...conceptIds].filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });
  test("are unique", () => {
    expect(twice(groupIds)).toEqual([]);
    expect(twice(conceptIds)).toEqual([]);
  });
});

describe("concepts", () => {
  test("are those that groups name, each at least once", () => {
    expect([...new Set(groups.map(({ concept }) => concept))].sort()).toEqual([...conceptIds].sort());
  });
  test("have a label, unique too", () => {
    expect(concepts.filter(({ label }) => label.trim() !== label || label === "")).toEqual([]);
    expect(twice(concepts.map(({ label }) => label))).toEqual([]);
  });
});

describe("members", () => {
  test("are words, at least two a group", () => {
    expect(groups.filter(({ members }) => members.length < 2).map(({ id }) => id)).toEqual([]);
    expect(groups.flatMap(({ members }) => members).filter((m) => m.trim() !== m || stems(m).length === 0)).toEqual([]);
  });

  test("are not in a group twice after stemming", () => {
    expect(groups.flatMap(({ id, members }) => twice(members.map(key)).map((m) => `${id}: ${m}`))).toEqual([]);
  });

  test("say no more than another of their group says already", () => {
    const idle = groups.flatMap(({ id, members }) => {
      const sets = members.map((member) => new Set(stems(member)));
      const within = (small: Set<string>, large: Set<string>) =>
        small.size < large.size && [...small].every((stem) => large.has(stem));
      return members
        .filter((member) => sets.some((set) => within(set, new Set(stems(member)))))
        .map((member) => `${id}: ${member}`);
    });
    expect(idle).toEqual([]);
  });

  test("are in one group only", () => {
    expect(twice(groups.flatMap(({ members }) => members.map(key)))).toEqual([]);
  });

  test("are not by themselves among the 150 words most common in curriculum texts", () => {
    const common = new Set(
      background.words
        .split(" ")
        .map((word, i) => ({ word, count: background.curriculum[i] ?? 0 }))
        .sort((a, b) => b.count - a.count)
        .slice(0, 150)
        .map(({ word }) => word),
    );
    expect(groups.flatMap(({ members }) => members).filter((member) => common.has(fold(member)))).toEqual([]);
  });
});

test("opposites are each other's", () => {
  const opposite = new Map(groups.map((group) => [group.id, group.opposite]));
  expect(groups.filter((g) => g.opposite === g.id || (g.opposite && opposite.get(g.opposite) !== g.id))).toEqual([]);
});

describe("the file", () => {
  const text = readFileSync(new URL("../../data/thesaurus/thesaurus.json", import.meta.url), "utf8");

  test("is sorted by concept, then id", () => {
    const order = groups.map(({ concept, id }) => `${concept}\n${id}`);
    expect(order).toEqual([...order].sort());
    expect(conceptIds).toEqual([...conceptIds].sort());
  });
  test("has one group a line", () => {
    expect(text.split("\n").filter((line) => line.includes('"members"'))).toHaveLength(groups.length);
  });
  test("is as large as its README says", () => {
    const readme = readFileSync(new URL("../../data/thesaurus/README.md", import.meta.url), "utf8");
    const members = groups.reduce((sum, group) => sum + group.members.length, 0);
    expect(readme).toContain(`${concepts.length} concepts, ${groups.length} groups, ${members} members`);
  });
});
