import { changed, each, inserted, isRecord, type Json } from "./records.ts";

/** An audit of version 2 as version 3 had it: one audience, no ladder, no profile, and nobody signed its scores. */
export function fromVersion2(document: Json): Json {
  const mended = changed(document, {
    formatVersion: () => 3,
    framework: (framework) => inserted(framework, "hash", { signatures: [] }),
    options: (options) => inserted(options, "exclude", { profiles: [], context: [], figures: [] }),
    asked: askedOf,
    overall: cellOf,
    groupings: each((grouping) => changed(grouping, { cells: each(cellOf) })),
    findings: each(findingOf),
    plan: planOf,
    discussion: discussionOf,
    items: each((item) => inserted(item, "reverse", { figure: null })),
  });
  const between = inserted(mended, "groupings", { gaps: [], ladders: [], journeys: [], triage: null });
  const whole = inserted(between, "causes", { lenses: [], responses: [], outlook: null, profiles: [] });
  return isRecord(whole) ? whole : document;
}

/** Before several could be asked together, there was one audience. */
function askedOf(asked: unknown): unknown {
  const audience = isRecord(asked) ? asked["audience"] : null;
  const audiences = isRecord(audience) ? [{ ...audience, worry: null, afterBreach: null }] : [];
  return inserted(asked, "audience", { audiences, audienceColumn: null, context: [] });
}

/** Titles of strategies were told by the plan alone. */
function findingOf(finding: unknown): unknown {
  const strategies = isRecord(finding) ? finding["strategies"] : null;
  const remedies = Array.isArray(strategies) ? strategies.map((id) => ({ id, title: id })) : [];
  return inserted(inserted(finding, "severity", { raised: null, audience: null }), "strategies", { remedies });
}

function cellOf(cell: unknown): unknown {
  return changed(cell, {
    composites: each((one) => inserted(one, "value", { held: null })),
    dimensions: each((one) => inserted(one, "direction", { supplementary: false, companions: [] })),
    outcomes: each((one) => inserted(one, "statistic", { item: null, importance: false })),
  });
}

function planOf(plan: unknown): unknown {
  const mended = changed(plan, {
    needs: each((one) => inserted(one, null, NOBODY_NAMED)),
    steps: each((step) =>
      inserted(
        changed(step, {
          arithmetic: each((one) => inserted(one, null, NOBODY_NAMED)),
          because: each((one) => inserted(one, null, NOBODY_NAMED)),
        }),
        "prerequisiteFor",
        { prerequisites: neededBy(step, plan), fit: 1, fits: [], how: [] },
      ),
    ),
  });
  return inserted(mended, "needs", { withoutProfiles: [] });
}

/** Those that were chosen because this step needs them first; more was not told. */
function neededBy(step: unknown, plan: unknown): readonly unknown[] {
  const steps = isRecord(plan) && Array.isArray(plan["steps"]) ? plan["steps"].filter(isRecord) : [];
  const id = isRecord(step) ? step["strategy"] : undefined;
  return steps.filter((one) => one["prerequisiteFor"] === id).map((one) => one["strategy"]);
}

/** Everyone's answers were looked at together. */
function discussionOf(discussion: unknown): unknown {
  const named = each((one) => inserted(one, null, NOBODY_NAMED));
  return changed(discussion, {
    strongest: named,
    weakest: named,
    spread: (spread) => inserted(spread, null, NOBODY_NAMED),
  });
}

const NOBODY_NAMED = { audience: null };
