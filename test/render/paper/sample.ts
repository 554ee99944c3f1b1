import type { PaperPart, PaperSheet } from "../../../src/interview/paper/sheet.ts";

const grid: PaperPart = {
  kind: "grid",
  caption: "Questions 1 to 3",
  head: "Statement",
  points: [
    { sign: "−1", says: "Less" },
    { sign: "0", says: null },
    { sign: "1", says: "More" },
  ],
  rows: [1, 2, 3].map((number) => ({ number, text: `Grid text ${number}.` })),
};

const ruler: PaperPart = {
  kind: "ruler",
  caption: "Numbers 4 to 5",
  head: "Question",
  signs: Array.from({ length: 11 }, (_, code) => String(code)),
  low: "Not at all",
  high: "Entirely",
  rows: [4, 5].map((number) => ({ number, text: `Ruler text ${number}?` })),
};

const lines: PaperPart = {
  kind: "lines",
  caption: "Number 6",
  head: "Question",
  hint: "a number with up to 1 decimal",
  unit: "% of orders",
  rows: [{ number: 6, text: "Lines text 6?" }],
};

/** A small sheet with a part of each kind. */
export const SAMPLE: PaperSheet = {
  title: "A sheet",
  notes: [{ lead: "What it is for", text: "To try things." }],
  blanks: ["Typed in by"],
  about: {
    lead: "About you",
    text: "If you like.",
    choices: [
      { name: "department", options: ["Sales", "Service"] },
      { name: "site", options: [] },
    ],
  },
  parts: [grid, ruler, lines],
  aside: {
    notApplicable: { sign: "n", says: "Does not apply" },
    dontKnow: { sign: "d", says: "Don't know" },
  },
  remark: { lead: "Anything to add", text: "Name nobody." },
  entry: {
    lead: "For whoever types",
    fields: [
      { label: "Sheet no.", sign: "@", says: "number them" },
      { label: "Check digit", sign: "=", says: "last digit of the sum" },
    ],
    signs: "One sign a line; - is blank.",
    identity: [{ label: "Sheet code", text: "7K2Q" }],
  },
  mark: "a-sheet 1.0.0 · staff · 7K2Q",
  loose: "Sheet no. @ ________",
};

/** Every text that a person answers, with its number. */
export const SAMPLE_ROWS = SAMPLE.parts.flatMap((part) => part.rows);
