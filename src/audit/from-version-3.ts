import { inserted, type Json } from "./records.ts";

/**
 * An audit of version 3 as this version has it: no change is split into its inputs, no group is called new or
 * gone, the ends of figures are the framework's, and the words of bands stand beside scores alone.
 */
export function fromVersion3(document: Json): Json {
  return {
    ...document,
    formatVersion: 4,
    ...("framework" in document ? { framework: inserted(document["framework"], "blocks", { bands: [] }) } : {}),
    ...("options" in document ? { options: inserted(document["options"], "figures", { figureEnds: [] }) } : {}),
    ...("change" in document ? { change: changeOf(document["change"]) } : {}),
  };
}

function changeOf(change: unknown): unknown {
  return inserted(change, "groups", { newGroups: [], goneGroups: [], splits: [] });
}
