import { describe, expect, it } from "vitest";
import { readRoom } from "../../../src/response/asked/room.ts";
import { matchColumns } from "../../../src/response/columns/columns.ts";
import { planSource } from "../../../src/response/plan/source.ts";
import type { TableHead } from "../../../src/response/table-head.ts";
import { grouped, head, NOTHING_NAMED, RULES, SMALL } from "../fixture.ts";

const ITEMS = ["C1", "C2", "R1", "R2", "recommend"];
const saying = (...words: readonly string[]): TableHead =>
  head(["Audience", ...ITEMS], { sample: words.map((word) => [word, "4", "4", "3", "2", "9"]) });
const uses = (one: TableHead, ...by: readonly string[]) =>
  matchColumns(SMALL, one, {
    ...NOTHING_NAMED,
    segments: grouped(...by),
    audience: null,
    acceptGuesses: false,
  }).columns.map(({ takenFor }) => takenFor);

describe("the column `audience`", () => {
  it("is told among the columns where it names an audience, and is the user's where it is named", () => {
    expect(uses(saying("customers"))[0]).toBe("audience");
    expect(uses(saying("Customers ", "employees", ""))[0]).toBe("audience");
    expect(uses(saying("partners"))[0]).toBe("ignored");
    expect(uses(saying("customers"), "audience")[0]).toBe("segment");
  });
});

describe("what a room left beside its answers", () => {
  const HEADERS = ["assessment", ...ITEMS, "C1 hands", "c1 NOTE", "C2 hands", "R1 note", "recommend hands", "X9 note"];
  const room = (cells: readonly string[], sample: readonly (readonly string[])[] = []): TableHead =>
    head(HEADERS, { sample: [["consensus", "4", "n/a", "", "2", "9", ...cells], ...sample] });
  function read(one: TableHead) {
    const { plan } = planSource({
      framework: SMALL,
      program: { items: SMALL.items },
      heads: [one],
      ...NOTHING_NAMED,
      audience: null,
      rules: RULES,
    });
    const file = plan?.files[0];
    if (file === undefined) throw new Error("no plan");
    return readRoom(SMALL, file, one);
  }

  it("is read with the answer in the scale's words, in framework order", () => {
    const zeros = "0 0 0 0 0 0 0 0 0 12 3";
    const { notes, problems } = read(room(["0 2 5 8 1", "'=not a formula", "1,0;0 0 0", " quiet ", zeros, "lost"]));
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      { item: "C1", answer: "Agree", note: "=not a formula", hands: [0, 2, 5, 8, 1] },
      { item: "C2", answer: "not applicable", note: null, hands: [1, 0, 0, 0, 0] },
      { item: "R1", answer: null, note: "quiet", hands: null },
      { item: "recommend", answer: "9", note: null, hands: [0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 3] },
    ]);
  });

  it("is nothing where nothing was left", () => {
    expect(read(room(["", "", "", "", "", ""]))).toEqual({ notes: [], problems: [] });
  });

  it("says of hands that never went up that they are no show of hands", () => {
    const { notes, problems } = read(room(["", "", "0 0 0 0 0", "", "", ""]));
    expect(notes).toEqual([]);
    expect(problems).toMatchObject([{ code: "ANS008", message: expect.stringContaining("no hand went up at all") }]);
  });

  it.each(["1 2 3", "0 2 5 8 1 1", "0 2 5 8 x", "0 2 5 8 -1", "0 2 5 8 1.5", "0 2 5 8 9999999", "ask Ada"])(
    "says of hands that cannot be read where they stand, and nothing of what they say: %s",
    (hands) => {
      const { notes, problems } = read(room([hands, "a note", "", "", "", ""]));
      expect(notes).toEqual([{ item: "C1", answer: "Agree", note: "a note", hands: null }]);
      expect(problems).toMatchObject([{ code: "ANS008", severity: "warning", place: { file: "staff.csv", line: 2 } }]);
      expect(problems[0]?.message).toContain("C1 (column 7)");
      expect(`${problems[0]?.message}${problems[0]?.help}`).not.toContain("Ada");
    },
  );

  it("counts only where one room filled in the one row", () => {
    expect(uses(room(["", "", "", "", "", ""]))).toEqual([
      "assessment",
      ...ITEMS.map(() => "item"),
      ...["hands", "note", "hands", "note", "hands", "ignored"],
    ]);
    const two = room(["", "", "", "", "", ""], [["consensus", "4", "4", "3", "2", "9", "", "", "", "", "", ""]]);
    expect(new Set(uses(two).slice(6))).toEqual(new Set(["ignored"]));
    const people = head(HEADERS, { sample: [["", "4", "4", "3", "2", "9", "", "my note", "", "", "", ""]] });
    expect(new Set(uses(people).slice(6))).toEqual(new Set(["ignored"]));
  });
});
