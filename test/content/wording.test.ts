import { describe, expect, it } from "vitest";
import { lintWording, plainSupplement } from "../../src/framework/lint/wording-items.ts";
import { FRAMEWORKS, PROFILES } from "./bundled.ts";

describe("the items we ship are plainly worded", () => {
  it.each(FRAMEWORKS.map((framework) => [framework.id, framework] as const))("of %s", (_id, document) => {
    expect([...lintWording({ document, doubts: [], catalogue: undefined })]).toEqual([]);
  });

  it.each(PROFILES.flatMap(({ id, supplement }) => (supplement === undefined ? [] : [[id, supplement] as const])))(
    "of the profile %s",
    (_id, supplement) => {
      expect([...plainSupplement(supplement)]).toEqual([]);
    },
  );
});
