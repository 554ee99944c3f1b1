import type { Grouping } from "../../audit/grouping.ts";
import { release } from "../../disclosure/release.ts";
import type { Inspection } from "../../engines/inspection/types.ts";
import { hasErrors } from "../../problems/order.ts";
import { settleUnit } from "../../response/asked/assessment.ts";
import { EXIT } from "../exit.ts";

/** What `score` would come to. */
export interface Verdict {
  /** As `score` would end. */
  readonly exit: 0 | 3 | 4;
  /** In a sentence. */
  readonly text: string;
  /** The command that scores it; null where none does. */
  readonly command: string | null;
  /** The command that has somebody decide what stands against it; null where that would not help. */
  readonly decide: string | null;
}

export function verdictOf(
  inspection: Inspection,
  asked: {
    readonly by: readonly Grouping[];
    readonly minGroup: number;
    readonly command: readonly string[];
    /** Of `trust-audit map`, to be typed. */
    readonly decide: readonly string[];
  },
): Verdict {
  const { whole, problems } = inspection;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (whole === null || hasErrors(problems))
    return {
      ...{ exit: EXIT.unreadable, text: `Cannot be scored yet: ${reasons(errors)}.`, command: null },
      decide: decidable(inspection) ? ["trust-audit", "map", ...asked.decide].map(shellWord).join(" ") : null,
    };
  const command = ["trust-audit", "score", ...asked.command].map(shellWord).join(" ");
  if (isTooFew(whole, asked))
    return {
      exit: EXIT.nothingToScore,
      text: `Can be read, but fewer people answered than the smallest group that is shown (${asked.minGroup}): the report would be empty.`,
      command,
      decide: null,
    };
  return { exit: EXIT.done, text: "Can be scored.", command, decide: null };
}

/** Which column is which item, and which text is which code: what a mapping says. */
const IN_A_MAPPING = /^(?:CSV017|CSV018|CSV019|CSV020|CSV021|ANS001|ANS002|ANS01[0-4])$/;

/** One file of those: a mapping is made from one and used for all. */
function decidable({ framework, files, problems, following, hasChoiceColumns }: Inspection): boolean {
  const errors = [...problems, ...following].filter(({ severity }) => severity === "error");
  return (
    framework !== null && files.length > 0 && !hasChoiceColumns && errors.some(({ code }) => IN_A_MAPPING.test(code))
  );
}

function reasons(errors: number): string {
  return errors === 1 ? "one thing stands against it" : `${errors} things stand against it`;
}

function isTooFew(
  { reading, aggregate }: NonNullable<Inspection["whole"]>,
  { by, minGroup }: { readonly by: readonly Grouping[]; readonly minGroup: number },
): boolean {
  const { unit } = settleUnit(reading.framework, { ...reading, ledger: aggregate.ledger });
  const framework = { ...reading.framework, unit };
  return release({ aggregate, framework, groupings: by, where: null, wave: null, minGroup }).total === null;
}

/** As a shell takes it for one word. */
function shellWord(word: string): string {
  return /^[\w./:=+,@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
