import { describe, expect, it } from "vitest";
import { added } from "./written.ts";

const FILE = "id: x\n\nitems:\n  - id: A\n    text: One\n  - { id: B, text: Two }\n\nlast: 1\n";

describe("a piece of YAML", () => {
  it("begins a file", () => {
    expect(added("", FILE)).toBe(FILE);
  });

  it("with a new key goes to the end of the file", () => {
    expect(added(FILE, "links:\n  - a\n")).toBe(`${FILE}\nlinks:\n  - a\n`);
  });

  it("with a new entry goes to the end of the list", () => {
    expect(added(FILE, "items:\n  - id: C\n    text: Three\n")).toBe(
      FILE.replace("Two }\n", "Two }\n  - id: C\n    text: Three\n"),
    );
  });

  it("with an entry that is there adds lines to it", () => {
    expect(added(FILE, "items:\n  - id: A\n    reverse: true\n  - id: C\n")).toBe(
      FILE.replace("One\n", "One\n    reverse: true\n").replace("Two }\n", "Two }\n  - id: C\n"),
    );
  });

  it.each([
    ["- a\n", "Not under a key"],
    ["last: 2\n", '"last" is there already'],
    ["items: []\n", '"items" is there already'],
  ])("such as %j is refused", (piece, message) => {
    expect(() => added(FILE, piece)).toThrow(message);
  });
});
