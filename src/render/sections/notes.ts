import type { Published } from "../../audit/estimate.ts";
import type { Block } from "../sheet.ts";
import { HIDDEN_NOTE, listWords, sentence } from "../words.ts";

export interface Named {
  readonly title: string;
  readonly estimate: Published;
}

/** The caveats of a section's estimates, each said once, naming whom it concerns unless it concerns all of them. */
export function notes(named: readonly Named[], extra: readonly string[] = []): readonly Block[] {
  const titles = new Set(named.flatMap(({ title, estimate }) => (estimate.kind === "hidden" ? [] : [title])));
  const concerned = new Map<string, Set<string>>();
  for (const { title, estimate } of named)
    for (const caveat of caveatsOf(estimate)) concerned.set(caveat, (concerned.get(caveat) ?? new Set()).add(title));
  const items = [...concerned].map(([caveat, whom]) => withWhom(caveat, { whom: [...whom], all: titles.size }));
  const hidden = named.some(({ estimate }) => estimate.kind === "hidden") ? [sentence(HIDDEN_NOTE)] : [];
  const all = [...extra, ...items, ...hidden];
  return all.length === 0 ? [] : [{ kind: "list", items: all, tone: "quiet" }];
}

function caveatsOf(estimate: Published): readonly string[] {
  switch (estimate.kind) {
    case "estimate":
      return estimate.noInterval === null
        ? estimate.caveats
        : [`no interval: ${estimate.noInterval}`, ...estimate.caveats];
    case "none":
      return [`no data: ${estimate.reason}`];
    case "hidden":
      return [];
  }
}

function withWhom(caveat: string, { whom, all }: { whom: readonly string[]; all: number }): string {
  const text = caveat.endsWith(".") ? caveat.slice(0, -1) : caveat;
  return whom.length === all ? sentence(`${text}.`) : `${listWords(whom, "and")}: ${text}.`;
}
