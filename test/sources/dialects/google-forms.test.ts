import { describe, expect, it } from "vitest";
import { layoutOf } from "./fixture.ts";

const uses = (header: readonly string[], row: readonly string[]) =>
  layoutOf("google-forms", [header, row]).known.map((known) => known?.takenFor ?? null);

describe("marks of a Google Forms quiz", () => {
  it("are no answers, in any language", () => {
    const header = [
      "Horodateur",
      "Score total",
      "Adresse e-mail",
      "C1",
      "C1 [Score]",
      "C1 [Commentaires]",
      "C2",
      "C2 [Score]",
      "C2 [Commentaires]",
    ];
    const row = ["2026/05/04", "3.00 / 10", "someone@example.org", "4", "1.00 / 1", "", "2", "-- / 0", "Good"];
    expect(uses(header, row)).toEqual([null, "ignored", null, null, "ignored", "ignored", null, "ignored", "ignored"]);
  });

  it("are not looked for in answers, or in rows of a grid", () => {
    expect(uses(["Timestamp", "C1", "C2", "C3", "C4"], ["x", "4", "4", "4", "4 / 5"])).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(uses(["Timestamp", "Rate us", "Rate us [C1]", "Rate us [C2]"], ["x", "4", "4", "3"])).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
