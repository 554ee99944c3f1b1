import type { Duration, KnownColumn } from "../../response/table-head.ts";
import { plainLayout } from "../../response/table-head.ts";
import type { Dialect, FirstRows } from "./dialect.ts";
import { firstOfEach, headersIn, knownBy } from "./headers.ts";
import { FIELDS, type Field, fieldNamed } from "./limesurvey-fields.ts";
import { isAttribute, isBeside, isTiming, wordingsOf } from "./limesurvey-headings.ts";

/** LimeSurvey's own columns come first, save timings and what is known of participants; by their codes they are known anywhere. */
const OWN = 12;
const FIRST: readonly Field[] = ["id", "submitdate", "lastpage", "startlanguage", "seed"];
const TELLING: readonly Field[] = ["submitdate", "lastpage", "startlanguage"];
const ANYWHERE: readonly Field[] = ["interviewtime", "token", "firstname", "lastname", "email"];

/** One header row of codes, texts or both; files with a row of codes and one of texts have been seen. */
export const limesurvey: Dialect = {
  name: "limesurvey",
  looks: 'the first columns are "id", "submitdate", "lastpage", "startlanguage", or their titles in any language',
  layout: ({ rows }, asked) => {
    const headers = headersIn(rows[0]);
    const { fields, sure } = fieldsIn(headers, rows, asked);
    const submitted = fields.indexOf("submitdate");
    const enough = fields.some((field) => field !== null && FIRST.includes(field));
    if (sure === null && !(asked && enough)) return null;
    const texts = secondHeader(headers, rows);
    return {
      ...plainLayout(headers, reasonFor(headers, { fields, sure })),
      headerRows: texts === null ? 1 : 2,
      wordings: headers.map((header, at) => [...wordingsOf(header), ...(texts?.[at] ? [texts[at]] : [])]),
      known: knownBy(fields, FIELDS).map((known, at) => known ?? besideOrTiming(headers, fields, at)),
      // Surveys without dates have 1980-01-01 for everybody who submitted.
      rowRules: submitted < 0 ? [] : [{ column: submitted, exclude: "incomplete", when: { kind: "no date" } }],
      duration: durationOf(fields),
    };
  },
};

interface Found {
  readonly fields: readonly (Field | null)[];
  /** What no other tool's file looks like; null: nothing. */
  readonly sure: "titles" | "cells" | null;
}

function fieldsIn(headers: readonly string[], rows: FirstRows["rows"], asked: boolean): Found {
  const named = headers.map((header, at) => {
    const found = fieldNamed(header);
    if (found === null || at < OWN || ANYWHERE.includes(found.field)) return found;
    return found.by === "code" && found.field !== "id" && found.field !== "seed" ? found : null;
  });
  const fields = firstOfEach(named.map((found) => found?.field ?? null));
  const count = (by: "code" | "title", among: readonly Field[]): number =>
    new Set(named.flatMap((found) => (found?.by === by && among.includes(found.field) ? [found.field] : []))).size;
  const [first, second] = fields;
  const begins = first !== null && first !== undefined && FIRST.includes(first);
  const both = first === "id" && /^id\W/i.test(headers[0] ?? "");
  const pair = first === "id" && second === "submitdate";
  const told = both || pair || count("code", TELLING) >= 1 || count("title", [...TELLING, "seed"]) >= 2;
  if (begins && told) return { fields, sure: "titles" };
  if (!looksByCells(rows.slice(1), asked)) return { fields, sure: null };
  return { fields: headers.map((_, at) => FIRST[at] ?? null), sure: "cells" };
}

const CELLS: readonly RegExp[] = [
  /^\d+$/,
  /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[ T].*\d:\d.*)?$/,
  /^\d*$/,
  /^[a-z]{2,3}(?:-[A-Za-z-]+)?$/,
  /^\d{5,10}$/,
];

/** Titles in a language not known here: a number, a date or none, a page, a language and a long number in every row. */
function looksByCells(rows: FirstRows["rows"], asked: boolean): boolean {
  const cells = asked ? CELLS.slice(0, 4) : CELLS;
  const fits = ({ cells: row }: FirstRows["rows"][number]): boolean =>
    cells.every((pattern, at) => pattern.test((row[at] ?? "").trim()));
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ""));
  return filled.length > 0 && filled.every(fits) && filled.some((row) => (row.cells[1] ?? "").trim() !== "");
}

/** The texts below a row of codes; null where the second row is data: every response has a number. */
function secondHeader(headers: readonly string[], rows: FirstRows["rows"]): readonly string[] | null {
  const second = headersIn(rows[1]);
  const first = fieldNamed(headers[0] ?? "")?.field;
  const below = second[0] ?? "";
  const titled = first !== undefined && fieldNamed(below)?.field === first;
  const numbers = first === "id" && /^\D+$/.test(below) && /^\d+$/.test(rows[2]?.cells[0]?.trim() ?? "");
  return titled || numbers ? second : null;
}

function reasonFor(headers: readonly string[], { fields, sure }: Found): string {
  if (sure === "cells") return "number, date, page, language and seed first in every row";
  const own = headers.filter((_, at) => FIRST.some((field) => field === fields[at])).slice(0, 3);
  const unknown = fields.includes("submitdate") ? "" : "; no submitdate, so nothing tells which answers are unfinished";
  return `first columns "${own.join('", "')}"${unknown}`;
}

function besideOrTiming(headers: readonly string[], fields: readonly (Field | null)[], at: number): KnownColumn | null {
  const header = headers[at] ?? "";
  if (isBeside(header)) return { takenFor: "ignored", how: "a text beside the choices" };
  if (isAttribute(header)) return { takenFor: "personal", how: "LimeSurvey's data on participants", mayGroup: true };
  const timed = fields.indexOf("interviewtime");
  return /^groupTime\d+/.test(header) || (timed >= 0 && at > timed && isTiming(header)) ? FIELDS.interviewtime : null;
}

function durationOf(fields: readonly (Field | null)[]): Duration | null {
  const timed = fields.indexOf("interviewtime");
  if (timed >= 0) return { kind: "seconds", column: timed };
  const [start, end] = [fields.indexOf("startdate"), fields.indexOf("submitdate")];
  return start < 0 || end < 0 ? null : { kind: "between", start, end };
}
