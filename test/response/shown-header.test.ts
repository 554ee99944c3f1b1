import { describe, expect, it } from "vitest";
import { isPersonal } from "../../src/response/column-kinds.ts";
import { shownHeader } from "../../src/response/shown-header.ts";

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
