import type { Framework } from "../../framework/types.ts";
import { comment, quoted, scalar } from "../../response/mapping/scalar.ts";
import { type SuggestedGate, suggestedGates } from "./gates.ts";
import type { Wishes } from "./wishes.ts";

/** What was made beside the project file, and what is only guessed. */
interface Beside {
  readonly hasMapping: boolean;
}

/** `trust-audit.yaml`, with a comment wherever there is a choice; ends with a newline. */
export function projectText(wishes: Wishes, framework: Framework, beside: Beside): string {
  return [
    "# A project of trust-audit: what is scored, how it is reported, and when it raises an alarm.",
    "#   trust-audit score    scores the data below and keeps the audit",
    "#   trust-audit check    holds the audit against the gates below",
    "# Flags on the command line go before this file. Paths are seen from its folder.",
    "",
    ...frameworkLines(wishes, framework),
    "",
    "# The export, or several as one: all rows together are ONE survey. Let only the current one lie here; earlier ones",
    "# would count people again. A * stands for any letters of a file's name.",
    `data: [${quoted(wishes.data)}]`,
    "",
    "# Options of `trust-audit score`, by their long names.",
    ...block("score", scoreLines(wishes, framework, beside)),
    "",
    "# What `score` writes: terminal, markdown, html, csv, xlsx, junit, github; with a file behind the colon.",
    'output: [terminal, "html:trust-audit/report.html"]',
    "# The audit of the latest run: published scores, and no person. `check`, `report` and `compare` read it.",
    "audit: trust-audit/audit.json",
    "# The audit that changes are told from. Keep it and its history under version control; move it with a reason:",
    "#   trust-audit check --move-baseline 'New management since May'",
    "baseline: trust-audit/baseline.json",
    "",
    "# When the check fails. Scores are named by their ids: trust-audit frameworks show FRAMEWORK. Modes:",
    "#   confident   fails only where the interval excludes the limit (as scores are judged unless told otherwise)",
    "#   regression  fails only where the change exceeds the limit and chance (as drops and rises are judged)",
    "#   point       the estimate alone: calls often, also for nothing",
    "# Where too few answered there is no failure and no pass, but not enough data; a gate on n makes it a failure.",
    "gates:",
    ...suggestedGates(framework, wishes).flatMap(gateLines),
    ...commentedGates(wishes, framework),
    "",
    "check:",
    '  output: [terminal, "json:trust-audit/gates.json", "junit:trust-audit/gates.xml"]',
    "",
    "# How reports look.",
    ...reportLines(wishes),
    "",
  ].join("\n");
}

function frameworkLines({ framework: reference }: Wishes, framework: Framework): readonly string[] {
  return [
    `# ${comment(framework.title)}. Another: trust-audit frameworks list; one of your own: a path such as own.yaml.`,
    `framework: ${scalar(reference)}`,
    "# Scores of two versions may not be comparable: another version than this one is refused.",
    `framework_version: ${quoted(framework.version)}`,
  ];
}

/** An option of `score`. */
interface OptionLine {
  readonly key: string;
  /** Null: nothing is known; `otherwise` stands there as a comment. */
  readonly value: string | null;
  readonly otherwise: string;
  readonly says: string;
}

function scoreLines(wishes: Wishes, framework: Framework, { hasMapping }: Beside): readonly string[] {
  const { id } = wishes;
  const isOfPeople = framework.unit === "person";
  const options: readonly OptionLine[] = [
    ...(framework.audiences.length > 1 ? [audienceOption(wishes, framework)] : []),
    ...(isOfPeople ? peopleOptions(wishes) : []),
    {
      ...{ key: "id", value: id === null ? null : scalar(id), otherwise: "code" },
      says: "column of respondent ids: finds repeated rows, is never stored",
    },
    {
      ...{ key: "map", value: hasMapping ? "mapping.yaml" : null, otherwise: "mapping.yaml" },
      says: "columns and answers are read as it says, and nothing else",
    },
  ];
  return [
    ...options.map(({ key, value, otherwise, says }) =>
      value === null ? `  # ${key}: ${otherwise} # ${says}` : `  ${key}: ${value} # ${says}`,
    ),
    ...(isOfPeople ? ["  min-group: 5 # smallest group shown; 3 is the least"] : []),
    "  # profile: [healthcare] # weighs the advice for a sector; never a score",
    "  # effort: 12 # effort points the plan may spend",
  ];
}

function audienceOption({ audience }: Wishes, { audiences }: Framework): OptionLine {
  const ids = audiences.map(({ id }) => id);
  return {
    ...{ key: "audience", value: audience === null ? null : scalar(audience), otherwise: ids[0] ?? "" },
    says: `who answered: ${ids.join(", ")}, or a column that says it`,
  };
}

function peopleOptions({ by, headcount }: Wishes): readonly OptionLine[] {
  const isNumber = headcount === null || /^\d+$/.test(headcount);
  return [
    {
      ...{ key: "by", value: by.length === 0 ? null : `[${by.map(scalar).join(", ")}]`, otherwise: "[department]" },
      says: "columns whose groups are compared; small groups are pooled and hidden",
    },
    {
      ...{ key: "headcount", value: isNumber ? headcount : quoted(headcount), otherwise: "60" },
      says: "how many were asked, or a CSV of group,people",
    },
  ];
}

function gateLines({ gate, name, why }: SuggestedGate): readonly string[] {
  return [`  - gate: ${quoted(gate)}`, `    name: ${name} # ${why}`];
}

/** More of them, to be taken in by whoever wants them. Few people are no failure unless somebody says so: the check then ends with 4. */
function commentedGates({ by }: Wishes, { headline, reading, unit }: Framework): readonly string[] {
  const score = reading === "load" ? `${headline}.load <= 45` : `${headline}.index >= 55`;
  const columns = by.filter((column) => /^[\w-]+$/.test(column)).slice(0, 1);
  const gates = [score, ...columns.map((column) => `any(${column})/${score}`), "findings.high <= 0", "n >= 30"];
  return (unit === "person" ? gates : gates.slice(0, 1)).map((gate) => `  # - ${quoted(gate)}`);
}

function reportLines({ title }: Wishes): readonly string[] {
  return block("report", [
    title === null ? '  # title: "Trust at Example Ltd"' : `  title: ${quoted(title)}`,
    "  # logo: logo.png # PNG, JPEG or SVG, beside this file",
    '  # accent: "#005f73"',
    "  # locale: en-GB # how numbers are written",
    "  # sections: {items: off} # parts to leave out",
  ]);
}

/** A block in which nothing but comments stands is one itself. */
function block(key: string, lines: readonly string[]): readonly string[] {
  const isEmpty = lines.every((line) => /^\s*#/.test(line));
  return isEmpty ? [`# ${key}:`, ...lines.map((line) => line.replace(/^ {2}# /, "#   "))] : [`${key}:`, ...lines];
}
