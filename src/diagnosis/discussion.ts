import type { CellResult, Discussion, Finding, Plan } from "../audit/types.ts";
import type { Framework } from "../framework/types.ts";
import { contrastOf } from "./contrast.ts";
import { discussionQuestions } from "./questions.ts";
import { type Answered, widestHands, widestSpread } from "./spread.ts";

interface DiscussionOptions extends Answered {
  readonly framework: Framework;
  readonly overall: CellResult;
  readonly findings: readonly Finding[];
  readonly plan: Plan;
}

/** Steps of the plan a room can begin with. */
const PLACES = 2;

/** What a room may talk about first. Rests on published numbers alone, so it tells nothing that the report does not. */
export function discuss(options: DiscussionOptions): Discussion {
  const { framework, voices, findings, plan } = options;
  const contrast = contrastOf(voices);
  const spread = framework.unit === "person" ? widestSpread(alike(options)) : widestHands(options);
  return {
    ...contrast,
    spread,
    noSpread: spread === null ? whyNone(options) : null,
    questions: discussionQuestions({ ...contrast, reading: framework.reading, findings, spread }),
    start: plan.steps
      .slice(0, PLACES)
      .map(({ rank, strategy, title, firstStep }) => ({ rank, strategy, title, firstStep })),
  };
}

/** An item is worded for each audience: where several answered, no one wording stands for all answers to it. */
function alike({ framework, items, ...rest }: DiscussionOptions): Answered {
  return { ...rest, items: framework.audiences.length > 1 ? [] : items };
}

function whyNone({ framework, overall, voices, room }: DiscussionOptions): string {
  if (framework.unit === "person")
    return voices.some(({ cell }) => cell.dimensions.some(({ sd }) => sd.kind === "estimate"))
      ? "Nowhere do the answers differ."
      : "No spread of answers could be shown.";
  if (overall.people > 1) return "Each row is one assessment, so there is no spread of people's answers.";
  if (framework.unit !== "consensus") return "One assessment has no spread.";
  const hands = (room ?? []).flatMap((item) => (item.hands === null ? [] : [item.hands]));
  if (hands.length === 0) return "No show of hands was noted.";
  const told = hands.some(({ counts }) => !("kind" in counts));
  return told ? "In every show of hands all agreed." : "No show of hands had enough people for its spread to be shown.";
}
