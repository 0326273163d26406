import { describe, expect, it } from "vitest";
import { csv } from "../../docs/components/csv.js";
import { fileKey } from "../../scripts/site/findings.js";
import { finishPage } from "../../scripts/site/finish.js";

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
