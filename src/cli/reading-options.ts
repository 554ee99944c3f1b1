import { DIALECTS, MARKED_ROWS } from "../response/table-head.ts";
import { collect } from "./context.ts";
import { UsageError } from "./exit.ts";
import { AUDIT_FORMATS, formatWords, INSPECT_FORMATS } from "./formats.ts";

/** An option as a command adds it. */
interface OptionWords {
  readonly flags: string;
  readonly says: string;
  readonly choices?: readonly string[];
  /** What it is where it is left out; of several choices the first. */
  readonly hasDefault?: boolean;
  readonly repeatable?: boolean;
}

/** Each option of the verbs that read exports: declared once, so that it means the same wherever it stands. */
const OPTIONS = {
  framework: { flags: "-f, --framework <id|path>", says: "framework: a bundled id or a YAML file" },
  anyFramework: {
    flags: "-f, --framework <id|path>",
    says: "framework: a bundled id or a YAML file (default: the bundled one that fits)",
  },
  by: {
    flags: "--by <column>",
    says: "compare groups: of a column, of a/b/c level by level, of a,b combined; repeatable",
    repeatable: true,
  },
  where: { flags: "--where <condition>", says: "score these people only: 'region = North and site != \"\"'" },
  wave: {
    flags: "--wave <column>",
    says: "report the latest value of this column, and the change since the one before",
  },
  previous: { flags: "--previous <file>", says: "earlier export of the same people: change of each, by --id" },
  weight: { flags: "--weight <column>", says: "survey weights: how many people each row stands for" },
  id: { flags: "--id <column>", says: "respondent id: finds repeated rows; never printed or stored" },
  audience: {
    flags: "--audience <name|column>",
    says: "who answered, or the column that says it (default: told by the columns)",
  },
  profile: {
    flags: "--profile <name>",
    says: "sector, or culture:context=high,…: weighs the advice and adds questions; never a score; repeatable",
    repeatable: true,
  },
  context: {
    flags: "--context <key=value>",
    says: "an answer about the whole survey, such as breach=integrity; repeatable",
    repeatable: true,
  },
  figure: {
    flags: "--figure <name=number>",
    says: "a figure of your own, to put what is at stake in money; repeatable",
    repeatable: true,
  },
  form: { flags: "--form <id>", says: "a shorter form of the framework (default: told by the columns)" },
  headcount: { flags: "--headcount <n|file>", says: "people who were asked; or a CSV of group,people" },
  minGroup: { flags: "--min-group <n>", says: "smallest group shown, 3 or more (default: 5)" },
  dialect: {
    flags: "--dialect <name>",
    says: "survey tool that wrote the file (default: detected)",
    choices: DIALECTS,
  },
  sheet: { flags: "--sheet <name|number>", says: "sheet of an Excel workbook (default: the first)" },
  onUnknown: choice("--on-unknown <what>", "an answer that cannot be read", ["error", "missing"]),
  onRagged: choice("--on-ragged <what>", "a row with too many or too few cells", ["error", "skip"]),
  onDuplicate: choice("--on-duplicate <what>", "one id with different answers", ["keep", "first", "error"]),
  include: {
    flags: "--include <rows>",
    says: "rows that the survey tool marks, all the same; repeatable",
    choices: MARKED_ROWS,
    repeatable: true,
  },
  exclude: {
    flags: "--exclude <rows>",
    says: "leave out rows that look careless",
    choices: ["careless"],
    repeatable: true,
  },
  map: { flags: "--map <file>", says: "read columns and answers as this mapping says, and nothing else" },
  acceptGuesses: { flags: "--accept-guesses", says: "take columns matched by similar text only" },
  only: {
    flags: "--only <what>",
    says: "leave out reliability, agreement, drivers and the firmness of the plan; fastest",
    choices: ["scores"],
  },
  engine: {
    flags: "--engine <name>",
    says: "what reads the exports: scan is the fastest, stream reads anything; the results are the same (default: auto)",
    choices: ["auto", "scan", "stream"],
  },
  threads: { flags: "--threads <n>", says: "threads that may read at once (default: as many as pay)" },
  effort: { flags: "--effort <n>", says: "effort points the plan may spend (1 low … 4 high a step)" },
  seed: { flags: "--seed <n>", says: "seed of simulated intervals (default: 20261122)" },
  respondents: {
    flags: "--respondents <file>",
    says: "also write each respondent's scores to this CSV; not anonymous",
  },
  key: {
    flags: "--key <file>",
    says: "secret key that turns the ids of --respondents into codes (default: TRUST_AUDIT_KEY)",
  },
  explain: { flags: "--explain <row>", says: "one respondent's arithmetic, by data row; not anonymous" },
  output: { flags: "-o, --output <format[:path]>", says: formatWords(AUDIT_FORMATS), repeatable: true },
  inspected: { flags: "-o, --output <format[:path]>", says: formatWords(INSPECT_FORMATS), repeatable: true },
} as const satisfies Readonly<Record<string, OptionWords>>;

type Name = keyof typeof OPTIONS;

/** Who is asked about, and how the table is laid out: what a mapping can say, too. */
const NAMED = ["by", "id", "audience", "profile", "form", "dialect", "sheet", "include", "acceptGuesses"] as const;
const ROWS = ["onUnknown", "onRagged", "onDuplicate", "exclude"] as const;

/** In the order of their help. */
const VERBS: Readonly<Record<"score" | "inspect" | "map", readonly Name[]>> = {
  score: [
    ...(["framework", "by", "where", "wave", "previous", "weight", "id", "audience", "form", "profile"] as const),
    ...(["headcount", "minGroup", "map", "dialect", "sheet"] as const),
    ...(["onUnknown", "onRagged", "onDuplicate", "include", "exclude", "acceptGuesses"] as const),
    ...(["context", "figure", "only", "effort", "seed", "engine", "threads"] as const),
    ...(["respondents", "key", "explain", "output"] as const),
  ],
  inspect: ["anyFramework", ...NAMED, ...ROWS, "map", "minGroup", "inspected"],
  // What becomes of rows and answers that cannot be read is nothing a mapping says.
  map: ["framework", ...NAMED],
};

/** Of `score`: what belongs to one run only, or has a key of its own in a project file. */
const APART: ReadonlySet<Name> = new Set(["framework", "respondents", "key", "explain", "output"]);

/** An option of `score` that a project file or the environment may set. */
export interface Settable {
  /** As the library hands its value over: "minGroup". */
  readonly name: Exclude<Name, "anyFramework" | "inspected">;
  /** As it is typed, without dashes: "min-group". */
  readonly long: string;
  readonly repeatable: boolean;
  /** It takes no value. */
  readonly isSwitch: boolean;
  readonly choices: readonly string[] | null;
}

/** In the order of the help. */
export function settableOptions(): readonly Settable[] {
  return VERBS.score.flatMap((name) => {
    const { flags, repeatable = false, choices }: OptionWords = OPTIONS[name];
    const long = /--([a-z-]+)/.exec(flags)?.[1] ?? "";
    if (APART.has(name) || name === "anyFramework" || name === "inspected") return [];
    return [{ name, long, repeatable, isSwitch: !/[<[]/.test(flags), choices: choices ?? null }];
  });
}

/** What of the library's options is used here. */
interface Option {
  choices(values: readonly string[]): this;
  default(value: string | undefined): this;
  argParser(parse: (value: string, before: readonly string[] | undefined) => readonly string[]): this;
  argParser(parse: (value: string, before: string | undefined) => string): this;
}

/** Gives the command of a verb its reading options. */
export function addReadingOptions<One extends Option>(
  verb: keyof typeof VERBS,
  command: { createOption(flags: string, says: string): One; addOption(option: One): unknown },
): void {
  for (const name of VERBS[verb]) {
    const { flags, says, choices, hasDefault, repeatable }: OptionWords = OPTIONS[name];
    const option = command.createOption(flags, says);
    if (choices !== undefined) option.choices(choices);
    if (hasDefault === true) option.default(choices?.[0]);
    if (repeatable === true) option.argParser(collect);
    else if (choices === undefined && /[<[]/.test(flags)) option.argParser(once(flags));
    command.addOption(option);
  }
}

/** Of two values the library takes the last, and who typed them would not know. Throws UsageError. */
function once(flags: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before === undefined) return value;
    const [flag = flags] = flags.replace(/^-\w, /, "").split(" ");
    throw new UsageError(
      `${flag} is given twice: "${before}" and "${value}".`,
      flag === "--where" ? 'Join the two conditions: --where "… and …"' : "Give it once.",
    );
  };
}

function choice(flags: string, says: string, choices: readonly string[]): OptionWords {
  return { flags, says, choices, hasDefault: true };
}
