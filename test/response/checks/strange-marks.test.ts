import { describe, expect, it } from "vitest";
import { createStrangeMarks } from "../../../src/response/checks/strange-marks.ts";
import { head } from "../fixture.ts";

describe("words of a tool's marks", () => {
  it("that nobody knows are told once a file, however many rows have them", () => {
    const marks = createStrangeMarks();
    const file = { ...head(["Status", "C1"]), keptMarks: { column: 0, values: ["ip address"] } };
    for (const word of ["IP Address", "", "Aperitivo", "Aperitivo"]) marks.look(file, [word, "4"]);
    expect(marks.problems()).toMatchObject([
      {
        code: "CSV041",
        severity: "warning",
        message: '2 rows were scored whose "Status" is not known here: "Aperitivo".',
        kept: '2 rows were scored whose "Status" is not known here.',
      },
    ]);
  });
});
