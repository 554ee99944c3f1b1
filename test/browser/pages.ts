import { renderHtml, renderHtmlSheet } from "../../src/render/html.ts";
import type { Block, Sheet } from "../../src/render/sheet.ts";
import { PLAIN_STYLE } from "../../src/render/style.ts";
import { HIDDEN } from "../../src/render/words.ts";
import { poison, USER_TEXTS } from "../render/hostile.ts";
import { LOAD_SAMPLE, SAMPLE } from "../render/sample.ts";
import { JOURNEY_SAMPLE, LADDER_SAMPLE, MAP_SAMPLE } from "../render/sample-systems.ts";

const names = (name: string, length: number) => Array.from({ length }, (_, at) => `${name} ${at + 1}`);

const DIMENSIONS = names("Consideration", 21);
const GROUPS = [...names("Outbound logistics and warehouse", 7), "S".repeat(100)];

const TONES = ["poor", "fair", "good"] as const;
const MATRIX: Block = {
  kind: "matrix",
  corner: { row: "Group", column: "Dimension" },
  rows: GROUPS,
  columns: DIMENSIONS,
  cells: GROUPS.map((_, row) =>
    DIMENSIONS.map((_name, column) => {
      if ((row + column) % 7 === 0) return { text: HIDDEN, interval: null, shade: null };
      const value = (row * 13 + column * 7) % 101;
      const tone = TONES[Math.min(2, Math.floor(value / 34))] ?? "fair";
      return { text: String(value), interval: `${value} to ${value}`, mark: "higher", shade: { value, tone } };
    }),
  ),
};

/** More than most reports have of everything, and longer. */
const CROWDED: Sheet = {
  title: "A crowded page",
  mark: "minimum group lowered to 3",
  blocks: [
    { kind: "heading", level: 2, text: "A matrix of eight groups and twenty-one dimensions" },
    MATRIX,
    { kind: "heading", level: 2, text: "A table of fourteen columns" },
    {
      kind: "table",
      columns: names("Favourable", 14).map((title) => ({ title, align: "right" as const })),
      rows: names("row", 12).map((label) => [label, ...names("61 % (52 to 69)", 13)]),
    },
    { kind: "heading", level: 2, text: "Text that is laid out" },
    { kind: "preformatted", text: "x".repeat(300) },
  ],
};

/** Pages a browser looks at, by name. */
export const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  index: () => renderHtml(SAMPLE, PLAIN_STYLE),
  load: () => renderHtml(LOAD_SAMPLE, PLAIN_STYLE),
  journey: () => renderHtml(JOURNEY_SAMPLE, PLAIN_STYLE),
  ladder: () => renderHtml(LADDER_SAMPLE, PLAIN_STYLE),
  map: () => renderHtml(MAP_SAMPLE, PLAIN_STYLE),
  crowded: () => renderHtmlSheet(CROWDED, { ...PLAIN_STYLE, accent: "#ffcc00" }),
  hostile: () => renderHtml(poison(SAMPLE, USER_TEXTS), PLAIN_STYLE),
};
