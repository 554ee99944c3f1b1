import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseAnswer } from "../../../src/framework/answer-text.ts";
import { FORBIDDEN_KEYS } from "../../../src/framework/yaml/limits.ts";
import type { DraftColumn, MappingDraft } from "../../../src/response/mapping/draft.ts";
import { headerKey } from "../../../src/response/mapping/header-key.ts";
import { readMapping } from "../../../src/response/mapping/read.ts";
import { MAPPED_MISSING, MAPPED_USES } from "../../../src/response/mapping/types.ts";
import { writeMapping } from "../../../src/response/mapping/write.ts";

const HOSTILE = [
  'He said "no"',
  "two\nlines\r\nand # no comment",
  "key: value",
  "- item",
  "👩‍👩‍👧 emoji 🎯",
  "שאלה ראשונה",
  "\u202eturned\u202c",
  "a\u0000b\u007f\u0085c\ufeff\ufffd",
  "'single' \\ back",
  "yes",
  "~",
  "1.0",
  "{a: b}",
  "%TAG",
  "x".repeat(5000),
];
const text = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 40 }))
  .filter((one) => one.trim() !== "" && /\S/.test(one));

const column = fc
  .record({
    header: text,
    use: fc.constantFrom(...MAPPED_USES),
    item: text.map((one) => one.slice(0, 200)).filter((one) => /\S/.test(one)),
    question: fc.option(text),
  })
  .map(
    ({ header, use, item, question }): DraftColumn => ({
      column: {
        header,
        occurrence: 1,
        use,
        item: use === "item" ? item : null,
        question: use === "item" ? question : null,
        name: null,
      },
      position: 1,
      note: item,
      open: null,
    }),
  );
const columns = fc.uniqueArray(column, {
  minLength: 1,
  maxLength: 8,
  comparator: (a, b) =>
    headerKey(a.column.header, 1) === headerKey(b.column.header, 1) ||
    (a.column.item !== null && a.column.item === b.column.item),
});
const codes = fc.uniqueArray(
  fc.record({
    text: text.map((one) => one.slice(0, 300)).filter((one) => !FORBIDDEN_KEYS.has(one)),
    code: fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constantFrom(...MAPPED_MISSING)),
    count: fc.nat(),
    nearest: fc.constant(null),
  }),
  { maxLength: 8, selector: (one) => normaliseAnswer(one.text) },
);

function draft(parts: Partial<MappingDraft>): MappingDraft {
  return {
    file: "a.csv",
    framework: { id: "team-trust", version: "1.0.0", title: "Team\ntrust" },
    dialect: "plain",
    reason: "one header row",
    sheet: null,
    audience: null,
    form: null,
    columns: [],
    answers: [],
    missing: [],
    ...parts,
  };
}

async function readBack(written: MappingDraft) {
  const { mapping, problems } = await readMapping({ text: writeMapping(written), file: "m.yaml", hash: "0" });
  expect(problems).toEqual([]);
  return mapping;
}

describe("a mapping that was written", () => {
  it("is read back as the same decisions about columns", () =>
    fc.assert(
      fc.asyncProperty(columns, async (some) => {
        const mapping = await readBack(draft({ columns: some }));
        expect(mapping?.columns).toEqual(some.map((one) => one.column));
      }),
      { numRuns: 150 },
    ));

  it("is read back as the same decisions about answers", () =>
    fc.assert(
      fc.asyncProperty(codes, async (some) => {
        const block = { scale: "agree", items: null, points: [], codes: some };
        const mapping = await readBack(draft({ answers: [block] }));
        expect(new Map(mapping?.answers[0]?.codes)).toEqual(new Map(some.map((one) => [one.text, one.code])));
      }),
      { numRuns: 150 },
    ));

  it("keeps sheet, audience, form and several blocks of a scale", async () => {
    const answers = [
      { scale: "agree", items: ["O1", "NO"], points: [], codes: [{ text: "5", code: 5, count: 1, nearest: null }] },
      { scale: "agree", items: ["O2"], points: [], codes: [] },
    ];
    const mapping = await readBack(draft({ sheet: "1: #x", audience: "yes", form: "short", answers }));
    expect(mapping).toMatchObject({ sheet: "1: #x", audience: "yes", form: "short", dialect: "plain" });
    expect(mapping?.answers.map(({ items }) => items)).toEqual([["O1", "NO"], ["O2"]]);
  });

  it("says nothing of what is open", async () => {
    const open: DraftColumn = {
      column: { header: "Neues\n# x", occurrence: 2, use: "item", item: "O1", question: "Frage:\n# 1 ?", name: null },
      position: 2,
      note: "near\nit",
      open: ["O1"],
    };
    const code = { text: "maybe\n- x", code: null, count: 2, nearest: "yes\nno" };
    const answers = [{ scale: "agree", items: null, points: [], codes: [code] }];
    const mapping = await readBack(draft({ columns: [open], answers, missing: [{ id: "O2", text: "a\nb" }] }));
    expect(mapping?.columns).toEqual([]);
    expect(mapping?.answers[0]?.codes.size).toBe(0);
  });
});
