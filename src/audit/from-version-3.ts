import { changed, each, inserted, isRecord, type Json } from "./records.ts";

/**
 * An audit of version 3 as this version has it: no change is split into its inputs or has an interval at 99 %, no group is
 * called new or gone, the ends of figures are the framework's, the words of bands stand beside scores alone, and what a
 * headcount has narrowed is not known without it.
 */
export function fromVersion3(document: Json): Json {
  return {
    ...document,
    formatVersion: 4,
    ...("framework" in document ? { framework: inserted(document["framework"], "blocks", { bands: [] }) } : {}),
    ...("options" in document ? { options: inserted(document["options"], "figures", { figureEnds: [] }) } : {}),
    ...("overall" in document ? { overall: cellOf(document["overall"]) } : {}),
    ...("groupings" in document
      ? { groupings: each((grouping) => changed(grouping, { cells: each(cellOf) }))(document["groupings"]) }
      : {}),
    ...("change" in document ? { change: changeOf(document["change"]) } : {}),
  };
}

function changeOf(change: unknown): unknown {
  const changes = each((one) => inserted(one, "points", { strict: null }));
  const mended = changed(change, { changes, groups: each((group) => changed(group, { changes })) });
  return inserted(mended, "groups", { newGroups: [], goneGroups: [], splits: [] });
}

function cellOf(cell: unknown): unknown {
  const isNarrowed = isRecord(cell) && cell["headcount"] !== null;
  const ends = (one: unknown, key: string) => (isNarrowed || !isRecord(one) ? null : endsOf(one[key]));
  return changed(cell, {
    dimensions: each((one) => inserted(one, "favourable", { favourableJudged: ends(one, "favourable") })),
    outcomes: each((one) => inserted(one, "value", { judged: ends(one, "value") })),
  });
}

/** Of a published number, where it has any. */
function endsOf(published: unknown): unknown {
  const interval = isRecord(published) ? published["interval"] : null;
  return isRecord(interval) ? { low: interval["low"], high: interval["high"] } : null;
}
