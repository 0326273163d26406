import { describe, expect, it } from "vitest";
import { csv, distinct } from "../../docs/components/csv.js";
import type { UnitSummary } from "../../docs/components/types.js";
import { heldBy } from "../../docs/components/units.js";
import { judgedThing, repairName } from "../../docs/components/words.js";
import { fileKey } from "../../scripts/site/findings.js";
import { finishPage } from "../../scripts/site/finish.js";
import { REPAIR_RULES } from "../../src/repair/index.js";

describe("csv", () => {
  it("is written for a Dutch spreadsheet", () => {
    expect(csv(["id", "tekst", "score"], [["a", "één; twee", 0.5]])).toBe(
      '\uFEFFid;tekst;score\r\na;"één; twee";0,5\r\n',
    );
  });
  it.each(["=1+1", "+31", "-2", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠1"])("makes %j harmless", (cell) => {
    expect(csv([cell], [])).toMatch(/^\uFEFF"?'/);
  });
  it("doubles quotes, keeps lines together, leaves out what is not there", () => {
    expect(csv(["x"], [['zij zei "ja"'], ["a\nb"], [null]])).toBe('\uFEFFx\r\n"zij zei ""ja"""\r\n"a\nb"\r\n\r\n');
  });
});

describe("columns of a table to take along", () => {
  it("differ, also where a document calls a variant after one", () => {
    expect(distinct(["tekst", "hbo", "hbo", "tekst"])).toEqual(["tekst", "hbo", "hbo (3)", "tekst (4)"]);
  });
});

describe("names on the pages", () => {
  it("are Dutch for every kind of repairs; what has none keeps its own", () => {
    expect(REPAIR_RULES.filter((rule) => repairName(rule) === rule)).toEqual([]);
    expect(repairName("toString")).toBe("toString");
  });
  it("show a judged pair as two, and an id that only looks like one as it is", () => {
    expect(judgedThing('["a/1",null]')).toBe("a/1 en –");
    for (const id of ["[1] eerste", "[1,2]", '["a"]', "a/1"]) expect(judgedThing(id)).toBe(id);
  });
});

describe("a part of a dossier", () => {
  const unit = (id: string, title: string, parent: string | null) =>
    ({ id, title, parent, code: null, kind: "taak" }) as UnitSummary;
  const units = [
    unit("v1", "Hulp", null),
    unit("v2", "Chef", null),
    unit("a", "Koken", "v1"),
    unit("b", "Koken", "v2"),
  ];
  it("is told from another of its name by what holds it", () => {
    expect(units.map((one) => heldBy({ units }, one))).toEqual(["", "", "Hulp", "Chef"]);
  });
});

describe("fileKey", () => {
  it("is a safe file name, whatever the id", () => {
    for (const id of ["../../etc", "con", "Ä/#?%00", "a".repeat(300), "<script>"]) {
      expect(fileKey(id)).toMatch(/^[a-z0-9-]{1,49}$/);
    }
  });
  it("differs where ids differ in signs only", () => expect(fileKey("a/b")).not.toBe(fileKey("a-b")));
});

describe("finishPage", () => {
  const page = `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">\n<script type="module">let x;</script></head></html>`;
  it("sets language, zooming and policy", () => {
    const done = finishPage(page);
    expect(done).toContain('<html lang="nl">');
    expect(done).not.toContain("maximum-scale");
    expect(done).toContain("default-src 'self'");
    // printf 'let x;' | openssl dgst -sha256 -binary | base64
    expect(done).toContain("script-src 'self' 'sha256-0d16uaq56s5GjNyUV+TVNe6kCw90XFh4MjUbyKmlPjs='");
  });
  it("lets code be made from text only where Arquero is loaded", () => {
    const link = '<link rel="modulepreload" href="./_npm/arquero@8.0.3/1.js">';
    expect(finishPage(page)).not.toContain("unsafe-eval");
    expect(finishPage(page.replace("</head>", `${link}</head>`))).toContain("script-src 'self' 'unsafe-eval' 'sha256-");
    expect(finishPage(page.replace("</head>", "<title>arquero@8</title></head>"))).not.toContain("unsafe-eval");
  });
});
