import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { inTime } from "./wave-order.ts";
import { inWhere } from "./where-tokens.ts";

/** The two waves an audit speaks of. */
export interface Waves {
  readonly column: string;
  readonly latest: string;
  readonly before: string;
}

/** The last two of a wave column's values in time (wave-order.ts). Throws ProblemsError (SC016 a blank wave, SC017 fewer than two, SC021 an order that is not known). */
export function latestWaves(column: string, values: Iterable<string>): Waves {
  const names = [...new Set(values)];
  if (names.includes("")) throw new ProblemsError([blankWave(column)]);
  if (names.length < 2) throw new ProblemsError([oneWave(column, names[0])]);
  const ordered = inTime(names);
  if (ordered === null) throw new ProblemsError([noOrder(column)]);
  return { column, latest: ordered.at(-1) ?? "", before: ordered.at(-2) ?? "" };
}

/** No value is named: one may be that of a few people. */
function noOrder(column: string): Problem {
  return {
    code: "SC021",
    severity: "error",
    message: `--wave ${column}: the names of the waves do not say which came first.`,
    help: `Name them so that they do, alike but for year, month or number: 2025 and 2026, 2026-Q1, 2026-03-31, "wave 2".`,
  };
}

function blankWave(column: string): Problem {
  return {
    code: "SC016",
    severity: "error",
    message: `--wave ${column}: some people's wave is blank, so it is not known when they answered.`,
    help: `Fill the column in, or leave these people out: --where '${inWhere(column)} != ""'`,
  };
}

function oneWave(column: string, only: string | undefined): Problem {
  return {
    code: "SC017",
    severity: "error",
    message:
      only === undefined
        ? `--wave ${column}: nobody is left whose wave could be read.`
        : `--wave ${column}: all answers are of one wave, ${quote(only)}, so there is nothing to compare.`,
    help: "Give the exports of both waves, or leave --wave out.",
  };
}
