import { release } from "../../disclosure/release.ts";
import type { Inspection } from "../../engines/inspection/types.ts";
import { hasErrors } from "../../problems/order.ts";
import { settleUnit } from "../../response/assessment.ts";
import { EXIT } from "../exit.ts";

/** What `score` would come to. */
export interface Verdict {
  /** As `score` would end. */
  readonly exit: 0 | 3 | 4;
  /** In a sentence. */
  readonly text: string;
  /** The command that scores it; null where none does. */
  readonly command: string | null;
}

export function verdictOf(
  inspection: Inspection,
  asked: { readonly by: string | null; readonly minGroup: number; readonly command: readonly string[] },
): Verdict {
  const { whole, problems } = inspection;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (whole === null || hasErrors(problems))
    return { exit: EXIT.unreadable, text: `Cannot be scored yet: ${reasons(errors)}.`, command: null };
  const command = ["trust-audit", "score", ...asked.command].map(shellWord).join(" ");
  if (isTooFew(whole, asked))
    return {
      exit: EXIT.nothingToScore,
      text: `Can be read, but fewer people answered than the smallest group that is shown (${asked.minGroup}): the report would be empty.`,
      command,
    };
  return { exit: EXIT.done, text: "Can be scored.", command };
}

function reasons(errors: number): string {
  return errors === 1 ? "one thing stands against it" : `${errors} things stand against it`;
}

function isTooFew(
  { reading, aggregate }: NonNullable<Inspection["whole"]>,
  { by, minGroup }: { readonly by: string | null; readonly minGroup: number },
): boolean {
  const { unit } = settleUnit(reading.framework.unit, { claim: reading.claim, ...aggregate.ledger });
  return release({ aggregate, framework: { ...reading.framework, unit }, by, minGroup }).total === null;
}

/** As a shell takes it for one word. */
function shellWord(word: string): string {
  return /^[\w./:=+,@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
