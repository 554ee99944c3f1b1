import { describe, expect, it } from "vitest";
import { createItemIndex } from "../../../src/response/columns/item-index.ts";
import { nameAgainstText } from "../../../src/response/columns/name-and-text.ts";
import { SMALL } from "../fixture.ts";

const [FIRST, SECOND] = SMALL.items;
const TEXT = { first: [...(FIRST?.text.values() ?? [])][0] ?? "", second: [...(SECOND?.text.values() ?? [])][0] ?? "" };

describe("a name against its question", () => {
  const index = createItemIndex(SMALL, null);
  it.each<[string, string, readonly string[], number]>([
    ["agree", FIRST?.id ?? "", [TEXT.first], 0],
    ["disagree", FIRST?.id ?? "", [TEXT.second], 1],
    ["disagree in a grid", FIRST?.id ?? "", [`How far? - ${TEXT.second}`, TEXT.second], 1],
    ["one of several texts agrees", FIRST?.id ?? "", [TEXT.second, TEXT.first], 0],
    ["no text", FIRST?.id ?? "", [], 0],
    ["a text of no item", FIRST?.id ?? "", ["Wie sehr stimmen Sie zu?"], 0],
    ["a text that names an id only", FIRST?.id ?? "", [SECOND?.id ?? ""], 0],
    ["the name is a text itself", TEXT.first, [TEXT.second], 0],
  ])("%s", (_, header, wordings, problems) => {
    const match = index(header);
    if (match === null) throw new Error("no such item");
    const head = { headers: [header], wordings: [wordings], known: [null], file: "a.csv", headerLine: 1 };
    expect(nameAgainstText(head, 0, { match, index }).map(({ code }) => code)).toEqual(
      Array.from({ length: problems }, () => "CSV025"),
    );
  });

  it.each<[string, string, readonly string[], boolean]>([
    ["id before the text", "ONE. OTHER", [], true],
    ["id and a dash", "ONE - OTHER", [], true],
    ["id behind the text", "OTHER [ONE]", [], true],
    ["id in brackets before the text", "[ONE] OTHER", [], true],
    ["a code, the id, a question and a row", "Q1[ONE]. How far? [<b>OTHER</b>]", [], true],
    ["a question that is the id, above a row", "ONE [OTHER]", ["OTHER", "ONE OTHER"], true],
    ["its own text behind the id", "ONE. OWN", [], false],
    ["its own text before the id", "OWN [ONE]", [], false],
    ["its own text as a row", "Q1[ONE]. How far? [OWN]", [], false],
    ["a text of no item", "ONE. How far?", [], false],
    ["a number that is no id", "Q17. OTHER", [], false],
    ["no id", "How far? [OTHER]", ["OTHER"], false],
  ])("in one header: %s", (_, header, wordings, isRefused) => {
    const [one, other] = [FIRST?.id ?? "", SECOND?.id ?? ""];
    const filled = (text: string): string =>
      text.replace("ONE", one).replace("OTHER", TEXT.second).replace("OWN", TEXT.first);
    const shown = {
      headers: [filled(header)],
      wordings: [wordings.map(filled)],
      known: [null],
      file: "a.csv",
      headerLine: 1,
    };
    const found = nameAgainstText(shown, 0, { match: index(filled(header)), index });
    expect(found).toMatchObject(
      isRefused
        ? [{ code: "CSV025", message: expect.stringContaining(`item ${one}, its question says item ${other}.`) }]
        : [],
    );
  });

  it("what one item is asked of another audience is no other item's question", () => {
    const [first, second] = SMALL.items;
    if (first === undefined || second === undefined) throw new Error("no items");
    const shared = "We are told the reasons in good time.";
    const items = [
      {
        ...first,
        text: new Map([
          ["a", "Reasons are given to us in time."],
          ["b", shared],
        ]),
      },
      {
        ...second,
        text: new Map([
          ["a", shared],
          ["b", "We know who decides."],
        ]),
      },
    ];
    const own = createItemIndex({ ...SMALL, items }, "a");
    const shown = { headers: [`${first.id}. ${shared}`], wordings: [[]], known: [null], file: "a.csv", headerLine: 1 };
    expect(nameAgainstText(shown, 0, { match: own(shown.headers[0] ?? ""), index: own })).toEqual([]);
  });
});
