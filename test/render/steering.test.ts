import { describe, expect, it } from "vitest";
import type { ProfileEffect } from "../../src/audit/types.ts";
import { render } from "../../src/render/registry.ts";
import { CULTURE, HEALTHCARE, MAP_SAMPLE } from "./sample-systems.ts";

async function shown(profile: ProfileEffect): Promise<string> {
  const text = await render({ ...MAP_SAMPLE, profiles: [profile] }, { format: "terminal", width: 140, color: false });
  return text.replace(/[\s┃]+/g, " ");
}

const NOTHING = { needs: [], findings: [], strategies: [], supplement: null };

describe("what steers the advice", () => {
  it("says of a culture with every key neutral that it is so", async () => {
    const text = await shown({ ...CULTURE, ...NOTHING, text: "culture:power-distance=neutral", values: [] });
    expect(text).toContain("Here Set to neutral: changes nothing.");
    expect(text).not.toContain("No weight of a need");
  });

  it("says of all else that changed nothing what it could have changed", async () => {
    expect(await shown({ ...CULTURE, ...NOTHING })).toContain("Here No weight of a need");
    expect(await shown({ ...HEALTHCARE, ...NOTHING })).toContain("Here No weight of a need");
  });
});
