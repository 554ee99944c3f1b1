import type { AnsweredContext } from "../diagnosis/options.ts";
import type { Framework } from "../framework/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { suggest } from "../problems/suggest.ts";

/**
 * The answers about the whole survey, in the framework's order. Throws ProblemsError: SC030 for a question that it does not
 * ask, SC031 for an answer it does not know.
 */
export function contextOf(framework: Framework, given: ReadonlyMap<string, string>): readonly AnsweredContext[] {
  const known = framework.context.map(({ id }) => id);
  const strange = [...given.keys()].find((id) => !known.includes(id));
  if (strange !== undefined)
    throw unknown("SC030", {
      strange,
      known,
      flag: "--context",
      says: `${framework.id} does not ask ${quote(strange)}.`,
    });
  return framework.context.flatMap((question) => {
    const option = given.get(question.id);
    if (option === undefined) return [];
    const options = question.options.map(({ id }) => id);
    if (options.includes(option)) return [{ question, option }];
    const says = `${quote(option)} is no answer to ${quote(question.title)}.`;
    throw unknown("SC031", { strange: option, known: options, flag: `--context ${question.id}`, says });
  });
}

/** Throws ProblemsError (SC032) for a figure that the framework has no use for. */
export function checkFigures(framework: Framework, given: ReadonlyMap<string, number>): void {
  const known = [...new Set((framework.outlook?.costs ?? []).flatMap(({ figures }) => [...figures.keys()]))];
  const strange = [...given.keys()].find((name) => !known.includes(name));
  if (strange === undefined) return;
  const says = `${framework.id} has no use for a figure called ${quote(strange)}.`;
  throw unknown("SC032", { strange, known, flag: "--figure", says });
}

interface Unknown {
  readonly strange: string;
  readonly known: readonly string[];
  readonly flag: string;
  readonly says: string;
}

function unknown(code: string, { strange, known, flag, says }: Unknown): ProblemsError {
  const suggestion = suggest(strange, known);
  return new ProblemsError([
    {
      code,
      severity: "error",
      message: says,
      help: known.length === 0 ? `Leave ${flag} out.` : `Choose one of ${known.join(", ")}.`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}
