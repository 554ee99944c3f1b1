import { describe, expect, it } from "vitest";
import { render } from "../../src/render/registry.ts";
import { SAMPLE } from "./sample.ts";

const OPTIONS = { format: "json", width: 80, color: true };

describe("the audit as JSON", () => {
  it("is the audit, indented by two, ending with a newline", async () => {
    const text = await render(SAMPLE, OPTIONS);
    expect(JSON.parse(text)).toEqual(SAMPLE);
    expect(text).toMatch(/^\{\n {2}"format": "trust-audit\/audit",\n {2}"formatVersion": 4,/);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("is the same to the byte for the same audit, and after reading it back", async () => {
    const text = await render(SAMPLE, OPTIONS);
    expect(await render(structuredClone(SAMPLE), OPTIONS)).toBe(text);
    expect(await render(JSON.parse(text), OPTIONS)).toBe(text);
  });

  it("hides nothing that could steer a terminal in its strings", async () => {
    const name = "a\u009b2Jb\u202ec\u2028d";
    const text = await render({ ...SAMPLE, framework: { ...SAMPLE.framework, title: name } }, OPTIONS);
    expect(text).not.toMatch(/[\u0080-\u009f\u202e\u2028]/);
    expect(JSON.parse(text).framework.title).toBe(name);
  });
});
