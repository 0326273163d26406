import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCorpus, readInputs, writeAtomic } from "../../src/node/index.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ankerpunt-"));
  await mkdir(join(folder, "een"));
  await mkdir(join(folder, "twee"));
  await mkdir(join(folder, "leeg"));
  await writeFile(join(folder, "een", "dossier.txt"), "Wijkcoach\n\nDe wijkcoach overlegt met bewoners.\n");
  await writeFile(join(folder, "twee", "dossier.txt"), "Tuincoach\n\nDe tuincoach plant met bewoners.\n");
  await writeFile(join(folder, "twee", "README.md"), "uitleg");
  await writeFile(join(folder, "twee", ".verborgen"), "x");
});
afterAll(() => rm(folder, { recursive: true }));

describe("inputs", () => {
  test("files of one name get the shortest path that tells them apart; README and hidden files are left out", async () => {
    const { files, skipped } = await readInputs([folder]);
    expect(files.map((f) => f.file)).toEqual(["een/dossier.txt", "twee/dossier.txt"]);
    expect(skipped).toEqual([]);
  });
  test("globs, and a file named twice counts once", async () => {
    const glob = `${folder.replace(/\\/g, "/")}/*/dossier.txt`;
    expect((await readInputs([glob, join(folder, "een", "dossier.txt")])).files).toHaveLength(2);
  });
  test.each([
    ["a missing file", "weg.txt", "no such file"],
    ["a glob without files", "*.nergens", "no file matches"],
    ["an empty folder", "leeg", "the folder holds no files"],
  ])("%s is skipped with the reason", async (_, name, reason) => {
    const { files, skipped } = await readInputs([join(folder, name)]);
    expect(files).toEqual([]);
    expect(skipped[0]?.reason).toBe(reason);
  });
});

test("one dossier of a file is taken by its id; an unknown one is named", async () => {
  const file = join(folder, "een", "dossier.txt");
  const all = await loadCorpus([file]);
  const id = all.dossiers[0]?.id as string;
  expect((await loadCorpus([`${file}#${id}`])).dossiers.map((d) => d.id)).toEqual([id]);
  await expect(loadCorpus([`${file}#onbekend`])).rejects.toThrow('"onbekend"');
});

test("dossiers and parts named on their own stand in the order of the file, each once", async () => {
  const file = join(folder, "een", "dossier#1.md");
  await writeFile(file, "# Wijkcoach\n\n## Werk\n\n- overlegt met bewoners\n\n## Kennis\n\n- kent de wijk\n");
  const [dossier] = (await loadCorpus([file])).dossiers;
  const parts = (dossier?.units ?? []).map(({ id }) => id).filter((id) => id !== dossier?.id);
  expect(parts.length).toBeGreaterThan(1);
  const named = parts.map((id) => `${file}#${id}`);
  const ids = async (paths: string[]) => (await loadCorpus(paths)).dossiers.map(({ id }) => id);
  const forwards = await ids(named);
  expect(forwards).toHaveLength(parts.length);
  expect(await ids([...named].reverse())).toEqual(forwards);
  expect(await ids([...named, ...named])).toEqual(forwards);
  expect(await ids([...named, file])).toEqual([dossier?.id, ...forwards]);
  await expect(loadCorpus([file, `${file}#onbekend`])).rejects.toThrow('"onbekend"');
});

describe("writing", () => {
  test("is whole or not at all", async () => {
    const target = join(folder, "leeg", "uit.json");
    await writeAtomic(target, "een");
    await writeAtomic(target, "twee");
    expect(await readFile(target, "utf8")).toBe("twee");
    expect(await readdir(join(folder, "leeg"))).toEqual(["uit.json"]);
    await expect(writeAtomic(join(folder, "leeg", "uit.json", "dieper"), "x")).rejects.toThrow(
      "dieper: cannot be written (ENOTDIR)",
    );
    await rm(target);
  });

  test("takes pieces as they are made; where making one fails nothing is left", async () => {
    const target = join(folder, "leeg", "stukken.txt");
    const long = "é".repeat(200_000);
    function* pieces(fails: boolean): Iterable<string | Uint8Array> {
      yield "een ";
      yield new TextEncoder().encode(long);
      if (fails) throw new Error("no more");
      yield " drie";
    }
    await writeAtomic(target, pieces(false));
    expect(await readFile(target, "utf8")).toBe(`een ${long} drie`);
    await expect(writeAtomic(join(folder, "leeg", "niet.txt"), pieces(true))).rejects.toThrow("no more");
    expect(await readdir(join(folder, "leeg"))).toEqual(["stukken.txt"]);
    await rm(target);
  });
});
