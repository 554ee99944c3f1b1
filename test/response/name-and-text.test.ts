import { describe, expect, it } from "vitest";
import { createItemIndex } from "../../src/response/item-index.ts";
import { nameAgainstText } from "../../src/response/name-and-text.ts";
import { SMALL } from "./fixture.ts";

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
    const head = { headers: [header], wordings: [wordings], file: "a.csv", headerLine: 1 };
    expect(nameAgainstText(head as never, 0, { match, index }).map(({ code }) => code)).toEqual(
      Array.from({ length: problems }, () => "CSV025"),
    );
  });
});
