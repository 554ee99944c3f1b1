import { describe, expect, it } from "vitest";
import { cssString } from "../../../src/render/paper/escape.ts";
import { renderPaperHtml } from "../../../src/render/paper/html.ts";
import { HOSTILE, poison } from "../hostile.ts";
import { SAMPLE, SAMPLE_ROWS } from "./sample.ts";

const html = renderPaperHtml(SAMPLE);
const body = html.slice(html.indexOf("<body>"), html.indexOf("</html>"));
const USER_TEXTS = new Set(["title", "text", "says", "name", "low", "high", "unit", "mark", "loose"]);

function all(pattern: RegExp, text = html): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

describe("the HTML sheet", () => {
  it("is one whole page that asks for nothing from outside", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<form|https?:|@import|url\(/i);
    expect(all(/<h1>/g)).toHaveLength(1);
  });

  it("closes every element it opens", () => {
    const open: string[] = [];
    for (const [, end, name = ""] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (end === "/") expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it("has each text once", () => {
    for (const { text } of SAMPLE_ROWS) expect(body.split(text)).toHaveLength(2);
  });

  it("gives every table a caption, and every head cell what it is the head of", () => {
    expect(all(/<table/g)).toHaveLength(SAMPLE.parts.length);
    expect(all(/<caption class="unseen">(.+?)<\/caption>/g)).toEqual(SAMPLE.parts.map(({ caption }) => caption));
    expect(all(/<th (?!scope="(?:col|colgroup|row|rowgroup)")/g)).toEqual([]);
  });

  it("gives every row its signs, n and d, in this order", () => {
    const signsOf = (number: number) =>
      all(
        /<span class="mark">(.+?)<\/span>/g,
        body.slice(body.indexOf(`class="number">${number}<`)).split("d</span></td></tr>")[0],
      );
    expect(signsOf(1)).toEqual(["−1", "0", "1", "n"]);
    expect(signsOf(5)).toEqual([...Array.from({ length: 11 }, (_, code) => String(code)), "n"]);
    expect(signsOf(6)).toEqual(["n"]);
  });

  it("makes all rows of a table equally wide", () => {
    for (const table of all(/<table.*?<\/table>/gs)) {
      const widths = all(/<tr>.*?<\/tr>/gs, table).map((row) =>
        [...row.matchAll(/<t[hd]\b([^>]*)>/g)].reduce(
          (sum, [, attributes = ""]) => sum + Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1),
          // The number of a ruler's row stands beside the row below it as well.
          /^<tr><td class="point">/.test(row) ? 1 : 0,
        ),
      );
      expect(new Set(widths).size).toBe(1);
    }
  });

  it("shows options with boxes, and a line where the answer is written", () => {
    expect(body).toContain('<span class="box"></span> Sales');
    expect(body).toContain('<dt>site</dt> <dd><span class="line"></span></dd>');
    expect(body).toContain('<span class="line"></span> % of orders');
  });

  it("leaves out what is not asked", () => {
    expect(renderPaperHtml({ ...SAMPLE, about: null })).not.toContain('class="about"');
  });
});

describe("whatever the texts hold", () => {
  const tags = (text: string) => [...text.matchAll(/<\/?[a-z][^>]*>/g)].map(String);
  const hostile = HOSTILE.map((_, turn) => {
    const shifted = { skipped: Array.from({ length: turn }, () => ({ text: "" })), ...SAMPLE };
    return renderPaperHtml(poison(shifted, USER_TEXTS));
  });

  it("the elements of the HTML stay the same", () => {
    for (const page of hostile) expect(tags(page)).toEqual(tags(html));
  });

  it("no control and no hidden mark gets through", () => {
    for (const page of hostile) expect(page).not.toMatch(/[^\P{Cc}\n]|\u202e|\u2066/u);
  });

  it.each(['"; } body { display: none', "</style><script>", "a\\", "line\nbreak"])(
    "CSS keeps %j in its string",
    (text) => {
      expect(cssString(text)).toMatch(/^"(?:[\p{L}\p{N} .·-]|\\[0-9a-f]+ )*"$/u);
    },
  );
});

describe("the colours", () => {
  const palettes = all(/:root \{(.+?)\}/gs)
    .map(
      (block) =>
        new Map([...block.matchAll(/--(\w+): (#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value])),
    )
    .filter((palette) => palette.size > 0);

  it.each(palettes.map((palette, at) => [at, palette] as const))(
    "palette %i: text and rings can be told from the page",
    (_, palette) => {
      for (const ground of ["page", "band"])
        for (const [colour, least] of [
          ["ink", 7],
          ["soft", 4.5],
          ["rule", 3],
        ] as const)
          expect(contrast(palette.get(colour), palette.get(ground))).toBeGreaterThanOrEqual(least);
    },
  );

  it("are three palettes: light, dark and print", () => {
    expect(palettes).toHaveLength(3);
  });
});

/** As WCAG 2 defines it: 1 to 21. */
function contrast(a = "", b = ""): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
