import path from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readAudit } from "../../src/audit/read.ts";
import type { Audit } from "../../src/audit/types.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import type { Framework } from "../../src/framework/types.ts";
import { score } from "../../src/pipeline.ts";
import type { DialectName } from "../../src/response/table-head.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { exportLines, type Simulation, WRITERS } from "../../src/simulation/export.ts";
import type { AnswerStyle } from "../../src/simulation/layout.ts";
import { createPeople, USUAL } from "../../src/simulation/people.ts";
import { type Survey, surveyOf } from "../../src/simulation/survey.ts";
import { WHOLE } from "../part.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const shelf = createShelf(ROOT);
const PEOPLE = 61;
/** Of each property. */
const RUNS = WHOLE ? 30 : 2;
const SEGMENTS = [{ name: "department", options: ["Production", "Sales & Service", "Logistics"] }];
/** Every kind of scale, and texts that a careless reader would take apart. */
const KINDS = path.join(ROOT, "test/simulation/kinds.yaml");
const FRAMEWORKS = ["trust-equation", "distrust-symptoms", path.join(ROOT, "test/scenarios/files/team.yaml"), KINDS];
const DIALECTS = Object.keys(WRITERS) as readonly DialectName[];

interface Case {
  readonly framework: string;
  readonly audience: string;
  readonly form: string | null;
}

const frameworks = new Map<string, Framework>();
beforeAll(async () => {
  for (const one of FRAMEWORKS) frameworks.set(one, (await shelf.framework(one)).framework);
});

function cases(framework: string): readonly Case[] {
  const found = frameworks.get(framework);
  if (found === undefined) throw new Error(`no framework ${framework}`);
  const forms = [null, ...found.forms.map(({ id }) => id)];
  return found.audiences.flatMap(({ id }) => forms.map((form) => ({ framework, audience: id, form })));
}

/** `npm test` takes one of them with each tool, in turn, so that all are taken with some tool. */
function casesWith(dialect: DialectName, framework: string): readonly Case[] {
  const all = cases(framework);
  return WHOLE ? all : all.filter((_, place) => place === DIALECTS.indexOf(dialect) % all.length);
}

function survey({ framework, ...asked }: Case): Survey {
  const found = frameworks.get(framework);
  if (found === undefined) throw new Error(`no framework ${framework}`);
  return surveyOf(found, { ...asked, segments: SEGMENTS });
}

function text(of: Case, dialect: DialectName, options: Partial<Simulation> = {}): string {
  const writer = WRITERS[dialect];
  const crowd = { ...USUAL, seed: 20261122 };
  const simulation = { people: PEOPLE, writer, answers: writer.usual, clean: false, crowd, ...options };
  return [...exportLines(survey(of), simulation)].join("");
}

async function audit(
  { framework, audience, form }: Omit<Case, "audience"> & { readonly audience: string | null },
  text: string,
): Promise<Audit> {
  const settings = settingsOf({
    framework,
    by: ["department"],
    ...(audience === null ? {} : { audience }),
    ...(form === null ? {} : { form }),
    onUnknown: "error",
    onRagged: "error",
    onDuplicate: "keep",
    // What is read is the question here, not how well it is measured.
    only: "scores",
  });
  const inputs = [{ name: "export.csv", open: () => Readable.from([Buffer.from(text)]) }];
  return (await score({ ...settings, inputs }, { shelf, open: () => Readable.from([]) })).audit;
}

/** Everything that was measured; not where it was read from, and not what the times of the tools tell of carelessness. */
function numbers({ overall, groupings, items, drag, findings, plan, discussion }: Audit): unknown {
  return { overall, groupings, items, drag, findings, plan, discussion };
}

const plain = new Map<string, Promise<unknown>>();

/** The numbers of the spreadsheet of the same people, measured once for all the tools. reasons: as of the crowd. */
function plainNumbers(of: Case, reasons: boolean = USUAL.reasons): Promise<unknown> {
  const name = JSON.stringify([of, reasons]);
  const crowd = { ...USUAL, seed: 20261122, reasons };
  const found = plain.get(name) ?? audit(of, text(of, "plain", { clean: true, crowd })).then(numbers);
  plain.set(name, found);
  return found;
}

/** Rows read, left out by reason, and scored. */
function stepsOf({ asked }: Audit): Readonly<Record<string, number>> {
  return Object.fromEntries(asked.flow.map(({ step, rows }) => [step, rows]));
}

const PLANTS: Partial<Record<DialectName, Readonly<Record<string, number>>>> = {
  qualtrics: { preview: 2, spam: 2, incomplete: 5 },
  surveymonkey: { empty: 3 },
  limesurvey: { incomplete: 5 },
  typeform: { incomplete: 5 },
};

function plantedSteps(dialect: DialectName): Readonly<Record<string, number>> {
  const plants = PLANTS[dialect] ?? {};
  const extra = Object.values(plants).reduce((sum, rows) => sum + rows, 0);
  return { read: PEOPLE + extra, ...plants, scored: PEOPLE };
}

describe.each(FRAMEWORKS.map((framework) => [path.basename(framework), framework] as const))("%s", (_, framework) => {
  it.each(DIALECTS)(
    "as %s writes it is scored as the spreadsheet of the same people",
    {
      timeout: 120_000,
    },
    async (dialect) => {
      for (const one of casesWith(dialect, framework)) {
        const expected = await plainNumbers(one);
        const found = await audit(one, text(one, dialect));
        expect(found.source.files.map((file) => file.dialect)).toEqual([dialect]);
        expect(numbers(found)).toEqual(expected);
        expect(stepsOf(found)).toEqual(plantedSteps(dialect));
        expect(numbers(await audit(one, text(one, dialect, { clean: true })))).toEqual(expected);
      }
    },
  );

  it.each(DIALECTS)(
    "as %s writes it the other way, words or numbers, is scored alike",
    {
      timeout: 120_000,
    },
    async (dialect) => {
      const writer = WRITERS[dialect];
      const answers: AnswerStyle = writer.usual === "labels" ? "codes" : "labels";
      const reasons = answers === "labels" || !writer.numbersOnly;
      for (const one of casesWith(dialect, framework)) {
        const crowd = { ...USUAL, seed: 20261122, reasons };
        const expected = await plainNumbers(one, reasons);
        expect(numbers(await audit(one, text(one, dialect, { answers, crowd })))).toEqual(expected);
      }
    },
  );
});

/** Mean of the answers with a code or figure, and how many there were, by item; taken from the people, past every reader. */
function truth(of: Case): ReadonlyMap<string, { readonly mean: number; readonly answered: number }> {
  const asked = survey(of);
  const next = createPeople(asked, { ...USUAL, seed: 20261122 });
  const people = Array.from({ length: PEOPLE }, next);
  return new Map(
    asked.questions.map(({ id }, at) => {
      const values = people.flatMap(({ replies }) => {
        const reply = replies[at];
        return reply?.kind === "point" ? [reply.point.code] : reply?.kind === "figure" ? [Number(reply.text)] : [];
      });
      return [id, { mean: values.reduce((sum, one) => sum + one, 0) / values.length, answered: values.length }];
    }),
  );
}

describe("an export read back", () => {
  it.each(DIALECTS)("has the very answers that were drawn: %s", { timeout: 60_000 }, async (dialect) => {
    for (const framework of FRAMEWORKS) {
      const [one] = cases(framework);
      if (one === undefined) throw new Error(framework);
      const drawn = truth(one);
      const { items } = await audit(one, text(one, dialect));
      expect(items.map(({ id }) => id)).toEqual([...drawn.keys()]);
      for (const { id, mean, missing } of items) {
        if (mean.kind !== "estimate" || !("unanswered" in missing)) throw new Error(`${id} is not shown`);
        const { unanswered, notApplicable, dontKnow, unknown } = missing;
        expect(mean.value, id).toBeCloseTo(drawn.get(id)?.mean ?? Number.NaN, 9);
        expect(unanswered + notApplicable + dontKnow + unknown, id).toBe(PEOPLE - (drawn.get(id)?.answered ?? 0));
      }
    }
  });

  it.each(DIALECTS.filter((dialect) => dialect !== "plain"))(
    "tells by its wording who was asked: %s",
    { timeout: 60_000 },
    async (dialect) => {
      for (const one of cases("trust-equation")) {
        const found = await audit({ ...one, audience: null }, text(one, dialect));
        expect(found.asked.audience.id).toBe(one.audience);
        expect(found.warnings).toEqual([]);
      }
    },
  );

  it.each(["qualtrics", "surveymonkey", "limesurvey", "typeform", "microsoft-forms"] as const)(
    "tells by its times and answers who was careless: %s",
    async (dialect) => {
      const [one] = cases("trust-equation");
      if (one === undefined) throw new Error("no case");
      const crowd = { ...USUAL, seed: 3, careless: 0.2 };
      const people = Array.from({ length: PEOPLE }, createPeople(survey(one), crowd));
      const careless = people.filter((person) => person.careless).length;
      expect(careless).toBeGreaterThan(5);
      const { quality } = await audit(one, text(one, dialect, { crowd }));
      expect(quality.fast).toMatchObject({ value: careless, n: PEOPLE });
      expect(quality.straightLines).toMatchObject({ value: careless });
    },
  );

  it("is the same in every dialect, whoever was drawn", { timeout: 120_000 }, async () => {
    const [one] = cases(KINDS);
    if (one === undefined) throw new Error("no case");
    const crowd = fc.record({
      seed: fc.nat(),
      level: fc.integer({ min: 0, max: 100 }),
      spread: fc.integer({ min: 0, max: 50 }),
      missing: fc.constantFrom(0, 0.05, 0.5),
      careless: fc.constantFrom(0, 0.5),
      reasons: fc.constant(true),
    });
    await fc.assert(
      fc.asyncProperty(crowd, fc.constantFrom(...DIALECTS), async (drawn, dialect) => {
        const expected = numbers(await audit(one, text(one, "plain", { clean: true, crowd: drawn })));
        expect(numbers(await audit(one, text(one, dialect, { crowd: drawn })))).toEqual(expected);
      }),
      { seed: 20261122, numRuns: RUNS },
    );
  });
});

describe("an audit of made-up people", () => {
  it("can be read again, whoever was drawn", { timeout: 120_000 }, async () => {
    const drawn = fc.record({
      seed: fc.nat(),
      level: fc.integer({ min: 0, max: 100 }),
      spread: fc.integer({ min: 0, max: 50 }),
      missing: fc.constantFrom(0, 0.05, 0.6),
      careless: fc.constantFrom(0, 0.5, 1),
      reasons: fc.constant(true),
    });
    await fc.assert(
      fc.asyncProperty(
        drawn,
        fc.constantFrom(...FRAMEWORKS),
        fc.constantFrom(1, 4, 5, 7, 40),
        async (crowd, framework, people) => {
          const [one] = cases(framework);
          if (one === undefined) throw new Error(framework);
          const written = JSON.stringify(await audit(one, text(one, "plain", { clean: true, crowd, people })));
          expect((await readAudit({ text: written, file: "audit.json" })).problems).toEqual([]);
        },
      ),
      { seed: 20261122, numRuns: RUNS },
    );
  });
});

describe("what an export plants", () => {
  it("is not in a report: no name, no address, no comment", { timeout: 60_000 }, async () => {
    for (const dialect of DIALECTS) {
      const one = { framework: "trust-equation", audience: "employees", form: null };
      const found = JSON.stringify(await audit(one, text(one, dialect)));
      expect(found).not.toMatch(/Madeupp|Hesper|example\.org|three weeks|192\.0\.2|203\.0\.113/);
    }
  });
});
