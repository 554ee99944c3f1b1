import type { Duration, KnownColumn, RowRule } from "../../response/table-head.ts";
import { plainLayout } from "../../response/table-head.ts";
import type { Dialect } from "./dialect.ts";
import { firstOfEach, headersIn, knownBy } from "./headers.ts";

/** The columns Typeform writes itself; always in English, at the end, behind the questions. */
const FIELDS = {
  "response type": { takenFor: "ignored", how: "Typeform's mark of finished answers" },
  "start date (utc)": { takenFor: "time", how: "Typeform's own column" },
  "stage date (utc)": { takenFor: "time", how: "Typeform's own column" },
  "submit date (utc)": { takenFor: "time", how: "Typeform's own column" },
  "network id": { takenFor: "personal", how: "Typeform's mark of a device" },
  tags: { takenFor: "ignored", how: "Typeform's own column" },
  ending: { takenFor: "ignored", how: "Typeform's own column" },
  "#": { takenFor: "id", how: "Typeform's id of a response" },
} as const satisfies Record<string, KnownColumn>;
type Field = keyof typeof FIELDS;

/** One header row: `#`, the questions (a multiple choice as one column for each option), and its own columns. */
export const typeform: Dialect = {
  name: "typeform",
  looks: 'the first column is "#", and "Start Date (UTC)" and "Submit Date (UTC)" stand behind the questions',
  layout: ({ rows }, asked) => {
    const headers = headersIn(rows[0]);
    const fields = fieldsIn(headers);
    const has = (field: Field): boolean => fields.includes(field);
    const dated = has("start date (utc)") && has("submit date (utc)");
    const sure = dated && (has("#") || has("network id"));
    const enough = has("#") || has("submit date (utc)") || has("response type");
    if (!(sure || (asked && enough))) return null;
    return {
      ...plainLayout(headers, `"${headers[0]}" first, Typeform's dates last`),
      known: knownBy(fields, FIELDS),
      rowRules: unfinished(fields),
      duration: durationOf(fields),
    };
  },
};

/** A question may be called "Tags", too: only what stands behind the questions is Typeform's. */
function fieldsIn(headers: readonly string[]): readonly (Field | null)[] {
  const names = headers.map((header) => header.toLowerCase());
  const dates = ["start date (utc)", "submit date (utc)", "network id"].map((name) => names.lastIndexOf(name));
  const date = Math.min(...dates.filter((at) => at >= 0));
  const own = Number.isFinite(date) && names[date - 1] !== "response type" ? date : date - 1;
  const type = names.lastIndexOf("response type");
  const from = Number.isFinite(own) ? own : type < 0 ? names.length : type;
  const fields = names.map((name, at): Field | null => {
    if (name === "#") return at === 0 ? "#" : null;
    return at >= from && isField(name) ? name : null;
  });
  return firstOfEach(fields);
}

function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

/** Since 2025 a column says it; before, whoever had not sent the form has no date of it. */
function unfinished(fields: readonly (Field | null)[]): readonly RowRule[] {
  const type = fields.indexOf("response type");
  if (type >= 0)
    return [{ column: type, exclude: "incomplete", when: { kind: "one of", values: ["partial", "started"] } }];
  const sent = fields.indexOf("submit date (utc)");
  return sent < 0 ? [] : [{ column: sent, exclude: "incomplete", when: { kind: "empty" } }];
}

function durationOf(fields: readonly (Field | null)[]): Duration | null {
  const [start, end] = [fields.indexOf("start date (utc)"), fields.indexOf("submit date (utc)")];
  return start < 0 || end < 0 ? null : { kind: "between", start, end };
}
