import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { render } from "../../src/render/registry.ts";
import { SAMPLE } from "./sample.ts";
import { RELIABILITY } from "./sample-analysis.ts";

const flat = async (audit: Audit, format = "terminal") =>
  (await render(audit, { format, width: 80, color: false })).replace(/\s+/g, " ");
const top = (text: string) => text.slice(0, text.indexOf("Headline ─"));
const banded = (bands: readonly Audit["reliability"][number]["band"][]): Audit => ({
  ...SAMPLE,
  reliability: RELIABILITY.map((one, at) => ({ ...one, band: bands[at] ?? "good", items: [] })),
});

describe("dimensions whose items hang together too little", () => {
  it("are named at the top, beside their scores, in findings and in the room", async () => {
    const text = await flat(SAMPLE);
    const words = "Do not interpret by itself (items hang together too little, alpha under 0.60): Self-orientation.";
    expect(top(text)).toContain(`Mind ${words}`);
    expect(text).toContain(`· ${words}`);
    const [, resting = "", other = ""] = text.split(/High Seen to look after itself|Medium Promises slip/);
    expect(resting).toContain("Resting on Self-orientation, whose items hang together too little (alpha under 0.60).");
    expect(other.slice(0, other.indexOf("Where people do not agree"))).not.toContain("Resting on");
    expect(await flat(SAMPLE, "room")).toContain("do not interpret by itself: Self-orientation (alpha under 0.60)");
  });

  it("are several, or none", async () => {
    const several = await flat(banded(["do not interpret", "weak", "do not interpret"]));
    expect(top(several)).toContain("Do not interpret by themselves");
    expect(top(several)).toContain("alpha under 0.60): Credibility and Intimacy.");
    expect(await flat(banded([]))).not.toMatch(/not interpret by|Resting on|reversed\?/);
    expect(await flat(banded([]), "room")).not.toContain("interpret");
  });
});

describe("items that run against the others", () => {
  it("are asked about at the top, by their texts", async () => {
    expect(top(await flat(SAMPLE))).toContain(
      "Mind Is this item reversed? “They give up an advantage when it would harm me.”",
    );
    expect(top(await flat({ ...SAMPLE, items: [] }))).toContain("Is this item reversed? “S2”");
  });

  it("are not all told where there are many", async () => {
    const [last] = RELIABILITY.filter(({ items }) => items.some(({ asksReversed }) => asksReversed));
    const one = last!.items.find(({ asksReversed }) => asksReversed)!;
    const items = ["C1", "C2", "C3", "C4", "C5"].map((item) => ({ ...one, item }));
    const text = top(await flat({ ...SAMPLE, items: [], reliability: [{ ...last!, items }] }));
    expect(text).toContain("Are these items reversed? “C1”, “C2”, “C3”, and 2 more");
  });
});
