import { describe, expect, it } from "vitest";
import { isPersonal } from "../../../src/response/columns/column-kinds.ts";
import { questionOf, shownColumn, shownHeader } from "../../../src/response/columns/shown-header.ts";

describe("a header as a message shows it", () => {
  it.each([
    ["Department", '"Department"', false],
    ["Name", '"Name"', true],
    ["Name: Made Up", '"Name: …"', true],
    ["Your name = Made Up", '"Your name: …"', true],
    ["Telephone: 020 7946 0999", '"Telephone: …"', true],
    ["made.up@example.org", "(an e-mail address)", true],
    ["Comments for made.up@example.org", "(an e-mail address)", true],
    ["Meet @ noon?", "(an e-mail address)", false],
    ["Team: Sales", '"Team: Sales"', false],
    ["Name: ", '"Name: "', true],
    ["Trust: they keep their word", '"Trust: they keep their word"', false],
  ])("%s", (header, shown, personal) => {
    expect([shownHeader(header), isPersonal(header)]).toEqual([shown, personal]);
  });
});

describe("long headers with one beginning", () => {
  const begin = "How far do you agree with each of these statements about the organisation you work for?";

  it.each([
    [`${begin} [They keep promises.]`, '"…[They keep promises.]"'],
    [`${begin} Deadlines are met.`, '"How far do you…you work for? Deadlines are met."'],
  ])("%s", (header, shown) => {
    expect(shownHeader(header)).toBe(shown);
  });

  it("are shown with their number and their question, but of the survey tool's own columns", () => {
    const head = {
      headers: ["Q4_1", "StartDate", "O1", "Q9"],
      wordings: [["Deadlines are met."], ["Start Date"], [], ["Your name"]],
      known: [null, { takenFor: "time", how: "Qualtrics' own column" } as const, null, null],
    };
    expect(head.headers.map((_, at) => shownColumn(head, at))).toEqual([
      '1 ("Q4_1", "Deadlines are met.")',
      '2 ("StartDate")',
      '3 ("O1")',
      '4 ("Q9")',
    ]);
    expect(questionOf(head, 3)).toBeNull();
  });
});
