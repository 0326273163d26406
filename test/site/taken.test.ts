import { expect, test } from "vitest";
import { type KeptModule, Module } from "../../docs/components/taken.js";

const group = (...ids: string[]) => ({ members: ids.map((id) => ({ statement: { id } })) });

test("what is taken, its order, titles and name come back", () => {
  const kept: KeptModule[] = [];
  const groups = [group("a1", "b1"), group("a2", "b2"), group("a3")];
  const module = new Module(null, (now) => kept.push(structuredClone(now)));
  module.use(groups);
  module.set(groups, true);
  module.move(groups[2] as (typeof groups)[0], -1);
  module.setTitle(groups[1] as (typeof groups)[0], "Plannen");
  module.of = "a,b";
  module.name = " Samen ";
  module.set(groups.slice(0, 1), false);

  const again = new Module(kept.at(-1) as KeptModule);
  const anew = groups.map((g) => ({ ...g }));
  again.use(anew);
  expect(again.groups).toEqual([anew[2], anew[1]]);
  expect(again.titleOf(anew[1] as (typeof groups)[0])).toBe("Plannen");
  expect([again.name, again.of]).toEqual(["Samen", "a,b"]);
});

test("it stays taken where a group gains or loses a profile; what is of other profiles waits", () => {
  const module = new Module({
    name: "",
    of: "a,b",
    taken: [
      { ids: ["a1", "b1"], title: "x" },
      { ids: ["d9"], title: "" },
    ],
  });
  const wider = group("a1", "b1", "c1");
  module.use([group("a2"), wider]);
  expect(module.groups).toEqual([wider]);
  expect(module.elsewhere).toBe(1);
  const [left, right] = [group("a1"), group("b1")];
  module.use([left, right]);
  expect(module.groups).toEqual([left]);
  module.move(left, 1);
  const before = module.clear();
  expect([module.groups.length, module.elsewhere, module.name]).toEqual([0, 0, "Gezamenlijke module"]);
  module.restore(before);
  expect([module.groups, module.elsewhere, module.titleOf(left)]).toEqual([[left], 1, "x"]);
});

test("two that were taken do not become one group twice", () => {
  const joined = group("a1", "b1");
  const module = new Module<typeof joined>({
    name: "",
    of: "a,b",
    taken: [
      { ids: ["a1"], title: "" },
      { ids: ["b1"], title: "" },
    ],
  });
  module.use([joined]);
  expect(module.groups).toEqual([joined]);
});
