import { describe, expect, it } from "vitest";
import { layoutOf } from "./fixture.ts";

const NEW = [
  "Response Type",
  "Start Date (UTC)",
  "Stage Date (UTC)",
  "Submit Date (UTC)",
  "Network ID",
  "Tags",
  "Ending",
];
const OLD = ["Start Date (UTC)", "Submit Date (UTC)", "Network ID"];
const layout = (header: readonly string[]) => layoutOf("typeform", [header, header.map(() => "")]);
const uses = (header: readonly string[]) => layout(header).known.map((known) => known?.takenFor ?? null);

describe("Typeform", () => {
  it("knows its own columns, of today and of before", () => {
    expect(uses(["#", "C1", ...NEW])).toEqual([
      "id",
      null,
      "ignored",
      "time",
      "time",
      "time",
      "personal",
      "ignored",
      "ignored",
    ]);
    expect(uses(["#", "C1", ...OLD])).toEqual(["id", null, "time", "time", "personal"]);
  });

  it("takes no question for one of them", () => {
    expect(uses(["#", "Tags", "Ending", "Response Type", "C1", ...NEW]).slice(0, 5)).toEqual([
      "id",
      null,
      null,
      null,
      null,
    ]);
    expect(uses(["#", "Network ID", "Submit Date (UTC)", "C1", ...OLD]).slice(0, 4)).toEqual(["id", null, null, null]);
  });

  it("goes on where columns are added at the end", () => {
    expect(layout(["#", "C1", ...NEW, "Something new"]).rowRules).toHaveLength(1);
  });

  it("leaves out what was not sent, by its mark or by the date", () => {
    expect(layout(["#", "C1", ...NEW]).rowRules).toEqual([
      { column: 2, exclude: "incomplete", when: { kind: "one of", values: ["partial", "started"] } },
    ]);
    expect(layout(["#", "C1", ...OLD]).rowRules).toEqual([
      { column: 3, exclude: "incomplete", when: { kind: "empty" } },
    ]);
  });

  it("tells how long it took", () => {
    expect(layout(["#", "C1", ...NEW]).duration).toEqual({ kind: "between", start: 3, end: 5 });
  });
});
