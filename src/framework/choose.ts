import { ProblemsError } from "../problems/problem.ts";
import { suggest } from "../problems/suggest.ts";

/** The audience or form of that id. Throws ProblemsError (SC001) with the nearest one where the framework has none. */
export function chooseNamed<T extends { readonly id: string }>(
  what: "audience" | "form",
  id: string,
  known: readonly T[],
): T {
  const found = known.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = known.map((one) => one.id);
  const suggestion = suggest(id, ids);
  throw new ProblemsError([
    {
      code: "SC001",
      severity: "error",
      message: `The framework has no ${what} "${id}".`,
      help: ids.length === 0 ? `It has no ${what}s at all; leave --${what} out.` : `Choose one of ${ids.join(", ")}.`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}
