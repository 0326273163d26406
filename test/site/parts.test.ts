import { describe, expect, it } from "vitest";
import { csv } from "../../docs/components/csv.js";
import { fileKey } from "../../scripts/site/findings.js";
import { finishPage } from "../../scripts/site/finish.js";
import { tar } from "../../scripts/site/tar.js";

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

describe("fileKey", () => {
  it("is a safe file name, whatever the id", () => {
    for (const id of ["../../etc", "con", "Ä/#?%00", "a".repeat(300), "<script>"]) {
      expect(fileKey(id)).toMatch(/^[a-z0-9-]{1,49}$/);
    }
  });
  it("differs where ids differ in signs only", () => expect(fileKey("a/b")).not.toBe(fileKey("a-b")));
});

describe("tar", () => {
  it("writes headers with a right sum, and bodies in blocks of 512", () => {
    const archive = tar([
      ["a.json", "{}"],
      ["b.json", "é".repeat(300)],
    ]);
    expect(archive.length % 512).toBe(0);
    expect(archive.subarray(0, 6).toString()).toBe("a.json");
    const header = Buffer.from(archive.subarray(0, 512));
    const stated = Number.parseInt(header.subarray(148, 154).toString(), 8);
    header.fill(" ", 148, 156);
    expect(header.reduce((sum, byte) => sum + byte, 0)).toBe(stated);
    expect(archive.subarray(512, 514).toString()).toBe("{}");
    expect(Number.parseInt(archive.subarray(1024 + 124, 1024 + 135).toString(), 8)).toBe(600);
  });
  it("refuses a name it can't hold", () => expect(() => tar([["x".repeat(101), ""]])).toThrow("too long"));
});

describe("finishPage", () => {
  const page = `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">\n<script type="module">let x;</script></head></html>`;
  it("sets language, zooming and policy", () => {
    const done = finishPage(page);
    expect(done).toContain('<html lang="nl">');
    expect(done).not.toContain("maximum-scale");
    expect(done).toContain("default-src 'self'");
    // printf 'let x;' | openssl dgst -sha256 -binary | base64
    expect(done).toContain("script-src 'self' 'unsafe-eval' 'sha256-0d16uaq56s5GjNyUV+TVNe6kCw90XFh4MjUbyKmlPjs='");
  });
});
