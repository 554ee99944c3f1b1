import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFastestCore } from "../../../src/engines/scan/fastest-core.ts";
import type { Framework } from "../../../src/framework/types.ts";
import { part } from "../../part.ts";
import { grouped, NOTHING_NAMED } from "../../response/fixture.ts";
import { RULES } from "../../settings.ts";
import { type Engine, readWith, type ScanCase } from "../scan/scanned.ts";
import { fakeThreads } from "../scan/workers/fake-threads.ts";
import { ROOT, shelf } from "./both.ts";
import { TEAM } from "./made-for.ts";
import { CELLS } from "./nasty/cells.ts";
import { FAULTS } from "./nasty/faults.ts";
import { LINES } from "./nasty/lines.ts";
import { PEOPLE } from "./nasty/people.ts";

/** Two threads and the tolerant reader come to the same sums, counts and problems. What is made of those is no matter of threads. */
const folder = mkdtempSync(path.join(tmpdir(), "trust-audit-oracle-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

const frameworks = new Map<string, Framework>();
beforeAll(async () => {
  for (const one of [TEAM, "trust-equation"]) frameworks.set(one, (await shelf.framework(one)).framework);
});

const total = { byThreads: 0, cases: 0 };

function caseOf(name: string, bytes: Buffer, by: readonly string[]): ScanCase {
  const framework = frameworks.get(name);
  if (framework === undefined) throw new Error(name);
  const file = path.join(folder, "answers.csv");
  writeFileSync(file, bytes);
  const named = { ...NOTHING_NAMED, dialect: null, sheet: null, form: null, id: null };
  const rules = { ...RULES, onUnknown: "missing", onRagged: "skip", acceptGuesses: true } as const;
  const audience = framework.audiences[0]?.id ?? null;
  return {
    framework,
    files: [Buffer.alloc(0)],
    open: () => createReadStream(file, { autoClose: false }),
    request: { ...named, audience, segments: grouped(...by), rules },
  };
}

async function agree(one: ScanCase, bytes: number): Promise<void> {
  const size = Math.ceil(bytes / 12);
  const threads = fakeThreads(createFastestCore, { count: 2, first: size, part: size });
  const engine: Engine = { createCore: createFastestCore, threads };
  const { said } = await readWith(one, null);
  expect((await readWith(one, engine)).said).toEqual(said);
  total.cases += 1;
  total.byThreads += threads.answers.some(({ rows }) => rows > 0) ? 1 : 0;
}

const NASTY = [...CELLS, ...LINES, ...FAULTS, ...PEOPLE].filter(({ isLarge }) => isLarge !== true);

describe("read by two threads", () => {
  it.each(part(NASTY, 4))("a table with $says", async ({ files }) => {
    const [bytes = Buffer.alloc(0)] = files();
    for (const by of [[], ["department"]]) await agree(caseOf(TEAM, bytes, by), bytes.length);
  });

  it.each(part(["examples/staff.csv", "examples/staff-2026.csv", "test/fixtures/reference/staff.csv"], 3))(
    "%s",
    async (file) => {
      const bytes = readFileSync(path.join(ROOT, file));
      for (const by of [[], ["department"]]) await agree(caseOf("trust-equation", bytes, by), bytes.length);
    },
  );

  it("most are, and not by one alone", () => {
    expect(total.byThreads / total.cases).toBeGreaterThan(0.5);
  });
});
