import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { itemsOf } from "../../src/instrument/instrument.ts";
import { writeInstrument } from "../../src/instrument/targets.ts";
import { type ScoreSettings, score } from "../../src/pipeline.ts";
import { singleGrouping } from "../../src/response/asked/grouping.ts";
import { part } from "../part.ts";
import { SETTINGS as PLAIN } from "../settings.ts";
import { type AskedQuestion, shown } from "./asked.ts";
import { type Exported, everyInstrument, SEGMENTS, shelf } from "./bundled.ts";
import { runAppsScript } from "./rules/apps-script.ts";
import { limesurveyQuestions, limesurveyRows } from "./rules/limesurvey.ts";
import { qualtricsQuestions } from "./rules/qualtrics.ts";
import { csv, type Replies, type Reply, sentBack, type Told, type Vendor } from "./sent-back.ts";

const PEOPLE = 30;
const exported = await everyInstrument();

const SETTINGS: ScoreSettings = { ...PLAIN, framework: "", by: [singleGrouping("department")] };

async function audit({ reference, instrument }: Exported, table: string, column: string | null): Promise<Audit> {
  const inputs = [{ name: "answers.csv", open: () => Readable.from([Buffer.from(table)]) }];
  const by = column === null ? [] : [singleGrouping(column)];
  const settings = { ...SETTINGS, framework: reference, audience: instrument.audience, by, inputs };
  const { audit: found, warnings } = await score(settings, { shelf, open: () => Readable.from([]) });
  // Of several rows that may be organisations or people: no tool's export says which.
  expect(warnings.filter(({ code }) => code !== "SC034")).toEqual([]);
  expect(found.source.files.flatMap(({ columns }) => columns).filter(({ how }) => how.includes("guess"))).toEqual([]);
  return found;
}

/** All but where it was read from, and how the columns were called there. */
function numbers({ source: _source, options: _options, quality, ...rest }: Audit): unknown {
  return { ...rest, rows: quality };
}

/** Everybody's replies by position, in the order of the questionnaire: two segments, then the items. */
function replies({ instrument }: Exported, aside: boolean): readonly Replies[] {
  let state = 20261122;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const forms = instrument.parts.flatMap(({ items, answers }) => items.map(() => answers));
  return Array.from({ length: PEOPLE }, (_, person) => [
    person % 2,
    String(1 + below(30)),
    ...forms.map((form): Reply => {
      if (below(12) === 0) return null;
      if (form.kind === "figure") return `${below(30)}.${below(10)}`;
      // A linear scale has no place for words beside its points.
      return below(form.choices.length + (aside && form.ruler === null ? 2 : 0));
    }),
  ]);
}

/** The same answers as codes under item ids, made from the framework. */
function plainTable({ framework, instrument }: Exported, people: readonly Replies[]): string {
  const items = itemsOf(instrument).map(({ id }) => id);
  const cell = (id: string, reply: Reply): string => {
    const scale = framework.scales.get(framework.items.find((item) => item.id === id)?.scale ?? "");
    if (reply === null) return "";
    if (scale?.kind !== "coded" || typeof reply !== "number") return String(reply);
    return String(scale.points[reply]?.code ?? ["not applicable", "don't know"][reply - scale.points.length]);
  };
  return csv([
    ["department", "years_here", ...items],
    ...people.map(([department, years, ...answers]) => [
      SEGMENTS[0]?.options[Number(department)] ?? "",
      String(years),
      ...items.map((id, at) => cell(id, answers[at] ?? null)),
    ]),
  ]);
}

/** The numbered lines, as a reader of Markdown shows them. */
function wordings(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const wording = /^\d+\. (.*)$/.exec(line)?.[1];
    return wording === undefined ? [] : [shown(wording.replace(/\\(.)/g, "$1"))];
  });
}

function header(asked: readonly AskedQuestion[]): string {
  return asked[0]?.header ?? "";
}

const READERS: Readonly<Record<Vendor, (text: string) => readonly AskedQuestion[]>> = {
  "google-forms-script": runAppsScript,
  "limesurvey-tsv": (text) => limesurveyQuestions(limesurveyRows(text)),
  "qualtrics-txt": qualtricsQuestions,
};

const DIALECTS: Readonly<Record<Vendor, string>> = {
  "google-forms-script": "google-forms",
  "limesurvey-tsv": "limesurvey",
  "qualtrics-txt": "qualtrics",
};

const WAYS: readonly (readonly [Vendor, Told])[] = [
  ["google-forms-script", "text"],
  ["limesurvey-tsv", "text"],
  ["limesurvey-tsv", "code"],
  ["qualtrics-txt", "text"],
  ["qualtrics-txt", "code"],
];

describe.each(part(exported, 6))("$name", (one) => {
  const made = new Map<string, Promise<Audit>>();
  /** Of the plain table of the same replies; made once. */
  function plainAudit(aside: boolean, column: string | null): Promise<Audit> {
    const key = `${aside} ${column}`;
    const found = made.get(key) ?? audit(one, plainTable(one, replies(one, aside)), column);
    made.set(key, found);
    return found;
  }

  for (const [vendor, told] of WAYS) {
    // A negative code has no place in LimeSurvey: there only words come back.
    if (vendor === "limesurvey-tsv" && told === "code" && one.framework.id === "hostile-texts") continue;
    it(`asked with ${vendor}, answers as ${told}: the same numbers`, async () => {
      // Qualtrics has numbers for them, which no reader can know.
      const aside = vendor !== "qualtrics-txt" || told === "text";
      const people = replies(one, aside);
      const asked = READERS[vendor](writeInstrument(vendor, one.instrument, one.framework));
      expect(asked).toHaveLength(SEGMENTS.length + itemsOf(one.instrument).length);
      // As codes, departments are O1 and O2, or 1 and 2: nothing tells how they are called.
      const back = await audit(one, sentBack(vendor, asked, people, told), told === "code" ? null : header(asked));
      const plain = await plainAudit(aside, told === "code" ? null : "department");
      expect(back.source.files[0]?.dialect).toBe(DIALECTS[vendor]);
      expect(plain.overall?.people).toBe(PEOPLE);
      expect(numbers(back)).toEqual(numbers(plain));
    });
  }

  it("asked with limesurvey-tsv, headings as full texts: the same numbers", async () => {
    const people = replies(one, true);
    const text = writeInstrument("limesurvey-tsv", one.instrument, one.framework);
    const asked = READERS["limesurvey-tsv"](text).map((question) => ({
      ...question,
      header: question.full ?? question.wording,
    }));
    const back = await audit(one, sentBack("limesurvey-tsv", asked, people, "text"), "department");
    expect(numbers(back)).toEqual(numbers(await plainAudit(true, "department")));
  });

  it("copied from the Markdown text into another tool: the same numbers", async () => {
    const table = plainTable(one, replies(one, true));
    const text = writeInstrument("markdown", one.instrument, one.framework);
    const asked = wordings(text);
    expect(asked).toEqual(itemsOf(one.instrument).map(({ text: wording }) => wording));
    const back = csv([["department", "years_here", ...asked]]) + table.slice(table.indexOf("\n") + 1);
    expect(numbers(await audit(one, back, "department"))).toEqual(numbers(await plainAudit(true, "department")));
  });

  it("typed into the CSV template: the same header as the plain table", () => {
    const template = writeInstrument("csv-template", one.instrument, one.framework);
    expect(template).toBe(
      `${["department", "years_here", ...itemsOf(one.instrument).map(({ id }) => id)].join(",")}\n`,
    );
  });
});

describe("numbers that Qualtrics gives to words", () => {
  it("are refused", async () => {
    for (const one of exported.slice(0, 1)) {
      const asked = qualtricsQuestions(writeInstrument("qualtrics-txt", one.instrument, one.framework));
      const table = sentBack("qualtrics-txt", asked, replies(one, true), "code");
      await expect(audit(one, table, null)).rejects.toThrow(/ANS\d{3}/);
    }
  });
});
