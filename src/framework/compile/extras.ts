import type {
  AudienceDocument,
  CostDocument,
  FrameworkDocument,
  JourneyDocument,
  LadderDocument,
  OutlookDocument,
  TriageDocument,
} from "../document.ts";
import { parseFormula } from "../formula/parse.ts";
import type { Audience, CostRule, Framework, Journey, Ladder, Outlook, Triage } from "../types.ts";

/** An audience; it counts as itself among the audiences of the strategies where nothing else is said. */
export function compileAudience({ id, title, intro, worry, after_breach, stands_for }: AudienceDocument): Audience {
  return {
    ...{ id, title },
    ...(intro === undefined ? {} : { intro }),
    ...(worry === undefined ? {} : { worry }),
    ...(after_breach === undefined ? {} : { afterBreach: after_breach }),
    standsFor: stands_for ?? [id],
  };
}

type Sections = Pick<Framework, "guide" | "ladder" | "journey" | "triage" | "context" | "lenses" | "outlook">;

/** What a framework may have beside its scores. */
export function compileSections(document: FrameworkDocument): Sections {
  const { guide, ladder, journey, triage, context, lenses, outlook } = document;
  return {
    guide: guide ?? null,
    ladder: ladder === undefined ? null : compileLadder(ladder),
    journey: journey === undefined ? null : compileJourney(journey),
    triage: triage === undefined ? null : compileTriage(triage),
    context: context ?? [],
    lenses: lenses ?? [],
    outlook: outlook === undefined ? null : compileOutlook(outlook),
  };
}

/** A ladder; a level that a strand does not name has no dimensions there. */
function compileLadder({ title, word, none, reached, overall, levels, strands }: LadderDocument): Ladder {
  return {
    title,
    word: word ?? "level",
    none,
    reached: { mean: reached.mean, lowest: reached.lowest ?? null },
    overall: overall ?? 1,
    levels: levels.map(({ cap, ...level }) => ({ ...level, cap: cap ?? null })),
    strands: strands.map((strand) => ({
      id: strand.id,
      title: strand.title,
      levels: levels.map(({ id }) => (Object.hasOwn(strand.levels, id) ? (strand.levels[id] ?? []) : [])),
    })),
  };
}

function compileJourney({ title, touchpoints }: JourneyDocument): Journey {
  return { title, touchpoints: new Map(Object.entries(touchpoints)) };
}

function compileTriage({ title, trend, severity, signs, breach }: TriageDocument): Triage {
  return {
    title,
    worseBelow: trend.worse_below,
    severeFrom: severity.severe_from,
    signs,
    ...(breach === undefined ? {} : { breach }),
  };
}

function compileOutlook({ title, about, parts, costs = [] }: OutlookDocument): Outlook {
  return { title, ...(about === undefined ? {} : { about }), parts, costs: costs.map(compileCost) };
}

function compileCost({ id, title, figures, formula, note }: CostDocument): CostRule {
  const parsed = parseFormula(formula);
  if ("fault" in parsed) throw new Error(`the formula of "${id}" cannot be read: ${parsed.fault.message}`);
  return {
    ...{ id, title, formula },
    figures: new Map(Object.entries(figures)),
    tree: parsed.tree,
    ...(note === undefined ? {} : { note }),
  };
}
