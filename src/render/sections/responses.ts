import type { Audit, ResponseAdvice } from "../../audit/types.ts";
import { score } from "../numbers.ts";
import type { Block, Entry } from "../sheet.ts";
import { ofAudience } from "./audiences.ts";
import { besideLimits, type Reading, scoreName, shownIndex } from "./reading.ts";
import { worryBlocks } from "./worries.ts";

/** What to answer to the dimensions that stand below target, as the framework has it; of a single audience its worry, too. */
export function responseSection(audit: Audit): readonly Block[] {
  const { responses, framework, asked } = audit;
  // With several audiences the map has said it.
  const worries = asked.audiences.length > 1 ? [] : worryBlocks(audit);
  if (responses.length === 0 && worries.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "What answers this" },
    ...together(responses).map((those) => responseEntry(those, framework.reading)),
    ...worries,
  ];
}

/** Index points under target from which a score is no longer middling; colour only. */
const FAR_BELOW = 25;

/** What several audiences are to be answered alike is said once, where the first of them stands: widest gap first. */
function together(responses: readonly ResponseAdvice[]): readonly (readonly [ResponseAdvice, ...ResponseAdvice[]])[] {
  const isAlike = (one: ResponseAdvice, other: ResponseAdvice) =>
    one.dimension === other.dimension && one.response === other.response;
  return responses.flatMap((first, at) =>
    responses.findIndex((one) => isAlike(one, first)) < at
      ? []
      : [[first, ...responses.slice(at + 1).filter((other) => isAlike(other, first))] as const],
  );
}

function responseEntry([first, ...others]: readonly [ResponseAdvice, ...ResponseAdvice[]], reading: Reading): Entry {
  const { audience, title, index, target, response } = first;
  const shown = (one: ResponseAdvice) => besideLimits(reading, [one.target])(shownIndex(reading, one.index));
  const also = others.map((one) => `${ofAudience(one.audience)}${shown(one)}`);
  return {
    kind: "entry",
    lead: { text: shown(first), tone: target - index > FAR_BELOW ? "poor" : "fair" },
    title: `${ofAudience(audience)}${title}`,
    aside: { text: `${scoreName(reading)}, target ${score(shownIndex(reading, target))}`, tone: "quiet" },
    facts: [{ label: "", text: response }, ...(also.length === 0 ? [] : [{ label: "Also", text: also.join(", ") }])],
  };
}
