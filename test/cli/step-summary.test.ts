import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { drawAudit } from "../../src/cli/draw.ts";
import type { Host } from "../../src/cli/host.ts";
import { SAMPLE } from "../render/sample.ts";

function world(env: Record<string, string>) {
  const parts: string[] = [];
  const stdout = new Writable({
    write(chunk, _, done) {
      parts.push(String(chunk));
      done();
    },
  });
  const host = { stdout, width: 80, height: null, color: { out: false, err: false }, env } as unknown as Host;
  return { host, said: () => parts.join("") };
}

const targets = (format: string) => [{ format, path: null }];

describe("the summary of a step of GitHub Actions", () => {
  it("is added behind what is there, beside the annotations", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "step-")), "summary.md");
    writeFileSync(path, "Before.\n");
    const { host, said } = world({ GITHUB_STEP_SUMMARY: path });
    await drawAudit(host, SAMPLE, { targets: targets("github") });
    expect(said()).toMatch(/^::notice title=Trust quotient::/);
    expect(readFileSync(path, "utf8")).toMatch(/^Before\.\n# Trust equation\n(.*\n)*## At a glance/);
  });

  it("is left alone by other formats, and without a step", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "step-")), "summary.md");
    writeFileSync(path, "Before.\n");
    await drawAudit(world({ GITHUB_STEP_SUMMARY: path }).host, SAMPLE, { targets: targets("csv") });
    expect(readFileSync(path, "utf8")).toBe("Before.\n");
    const { host, said } = world({});
    await drawAudit(host, SAMPLE, { targets: targets("github") });
    expect(said()).not.toBe("");
  });

  it("does not keep the result back where it cannot be written", async () => {
    const { host, said } = world({ GITHUB_STEP_SUMMARY: join(tmpdir(), "no-such-folder", "summary.md") });
    await expect(drawAudit(host, SAMPLE, { targets: targets("github") })).rejects.toThrow("OUT001");
    expect(said()).toMatch(/^::notice/);
  });
});
