import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Framework } from "../../src/framework/types.ts";
import { itemsOf } from "../../src/instrument/instrument.ts";
import { writeInstrument } from "../../src/instrument/targets.ts";
import { type Exported, everyInstrument } from "./bundled.ts";
import { csv } from "./sent-back.ts";

const exported = await everyInstrument();
const folder = mkdtempSync(path.join(tmpdir(), "trust-audit-codebook-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function present(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

function run(program: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
  expect(`${program} ${status}\n${stderr}`).toBe(`${program} 0\n`);
  return stdout;
}

function lastPoint(framework: Framework, id: string): number {
  const scale = framework.scales.get(framework.items.find((one) => one.id === id)?.scale ?? "");
  return scale?.kind === "coded" ? scale.max : 7;
}

/** The last point of every scale, as a code and in words, and an answer that is none. */
function answersFor({ instrument, framework }: Exported): readonly (readonly string[])[] {
  const items = itemsOf(instrument);
  const words = items.map(({ id }) => {
    const scale = framework.scales.get(framework.items.find((one) => one.id === id)?.scale ?? "");
    return scale?.kind === "coded" ? (scale.points.at(-1)?.label ?? "").replace(/\s+/g, " ") : "7";
  });
  const codes = items.map(({ id }) => String(lastPoint(framework, id)));
  return [items.map(({ id }) => id), codes, words, items.map(() => "n/a")];
}

/** R and PSPP are no part of the project: where one is not installed its tests say that they were skipped. */
describe.skipIf(!present("Rscript"))("R runs the script for", () => {
  /** By name: each script is run in a folder and a place for its variables of its own, all by one process. */
  const printed = new Map<string, string>();
  beforeAll(() => {
    for (const [at, one] of exported.entries()) {
      const own = path.join(folder, String(at));
      mkdirSync(own);
      writeFileSync(path.join(own, "answers.csv"), `\ufeff${csv(answersFor(one))}`);
      writeFileSync(path.join(own, "codebook.R"), writeInstrument("codebook-r", one.instrument, one.framework));
    }
    const each =
      'for (id in items$id) cat(id, codes[[id]], keyed[[id]][1], attr(labelled[[id]], "label") == items$label[items$id == id], "\\n")';
    const all = `options(warn = 2); home <- getwd(); for (at in 1:${exported.length} - 1) { setwd(file.path(home, at)); own <- new.env(); source("codebook.R", local = own); cat("== ", at, "\\n"); local(${each}, envir = own) }`;
    const told = run("Rscript", ["-e", all])
      .split(/^== .*\n/m)
      .slice(1);
    for (const [at, { name }] of exported.entries()) printed.set(name, told[at] ?? "");
  }, 60_000);

  it.each(exported)("$name", ({ name, instrument, framework }) => {
    const items = itemsOf(instrument);
    const last = (id: string) => lastPoint(framework, id);
    const keyed = (id: string): number => {
      const item = framework.items.find((one) => one.id === id);
      const scale = framework.scales.get(item?.scale ?? "");
      return item?.reverse === true && scale?.kind === "coded" ? scale.min : last(id);
    };
    expect(
      (printed.get(name) ?? "")
        .trim()
        .split("\n")
        .map((line) => line.trim()),
    ).toEqual(items.map(({ id }) => `${id} ${last(id)} ${last(id)} NA ${keyed(id)} TRUE`));
  });
});

describe.skipIf(!present("pspp"))("PSPP runs the syntax for", () => {
  it.each(exported)("$name", ({ instrument, framework }) => {
    const syntax = writeInstrument("codebook-spss", instrument, framework);
    const dontKnow = /(-\d+) 'Don''t know'/.exec(syntax)?.[1] ?? "-9";
    const names = (/MISSING VALUES\n([^(]*)\(/.exec(syntax)?.[1] ?? "").trim().split(/\s+/);
    writeFileSync(
      path.join(folder, "codebook.sps"),
      [
        "DATA LIST LIST NOTABLE /",
        ...names.map((name) => ` ${name}`),
        " .",
        "BEGIN DATA",
        names.map(() => "1").join(" "),
        names.map(() => dontKnow).join(" "),
        "END DATA.",
        syntax,
        `DESCRIPTIVES /VARIABLES = ${names[0]} /STATISTICS = MEAN.`,
        "DISPLAY DICTIONARY.",
      ].join("\n"),
    );
    const printed = run("pspp", ["-O", "format=csv", "codebook.sps"]);
    // One answer stands, the other is missing.
    expect(printed).toMatch(/,1,1\.00$/m);
    const first = itemsOf(instrument)[1];
    expect(printed.replaceAll('""', '"')).toContain(first?.text ?? "");
    expect(printed.match(/Ordinal|Scale/g)?.length).toBeGreaterThan(5);
  });
});
