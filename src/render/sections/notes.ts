import type { Published } from "../../audit/estimate.ts";
import { capital } from "../../problems/capital.ts";
import type { Block, Paragraph } from "../sheet.ts";
import { HIDDEN, listWords } from "../words.ts";

export interface Named {
  readonly title: string;
  readonly estimate: Published;
}

/** What is to be said beside an estimate; `lacks` is what the text gives the reason for. */
interface Caveat {
  readonly lacks: "interval" | "data" | null;
  readonly text: string;
}

/** The caveats of a section's estimates, each said once, naming whom it concerns unless it concerns all of them. */
export function notes(named: readonly Named[], extra: readonly string[] = []): readonly Block[] {
  const titles = new Set(named.flatMap(({ title, estimate }) => (estimate.kind === "hidden" ? [] : [title])));
  const concerned = new Map<string, { readonly caveat: Caveat; readonly whom: Set<string> }>();
  for (const { title, estimate } of named)
    for (const caveat of caveatsOf(estimate)) {
      const key = `${caveat.lacks}: ${caveat.text}`;
      const known = concerned.get(key) ?? { caveat, whom: new Set() };
      concerned.set(key, known);
      known.whom.add(title);
    }
  const items = [...concerned.values()].map(({ caveat, whom }) =>
    whom.size === titles.size ? ofAll(caveat) : ofSome(caveat, listWords([...whom], "and")),
  );
  const hidden = named.some(({ estimate }) => estimate.kind === "hidden")
    ? ["Hidden: withheld to protect small groups."]
    : [];
  const all = [...extra, ...items, ...hidden];
  return all.length === 0 ? [] : [{ kind: "list", items: all, tone: "quiet" }];
}

/** In place of a table that would read "hidden" from top to bottom; null where it would not. */
export function allHidden(what: string, estimates: readonly Published[]): Paragraph | null {
  const hidden = estimates.length > 0 && estimates.every((one) => one.kind === "hidden" && one.words === null);
  return hidden ? { kind: "paragraph", text: `${what} are ${HIDDEN}.` } : null;
}

function caveatsOf(estimate: Published): readonly Caveat[] {
  switch (estimate.kind) {
    case "estimate": {
      const caveats = estimate.caveats.map((text) => ({ lacks: null, text }));
      return estimate.noInterval === null ? caveats : [{ lacks: "interval", text: estimate.noInterval }, ...caveats];
    }
    case "none":
      return [{ lacks: "data", text: estimate.reason }];
    case "hidden":
      return [];
  }
}

function ofAll({ lacks, text }: Caveat): string {
  return capital(`${lacks === null ? "" : `no ${lacks}: `}${unended(text)}.`);
}

function ofSome({ lacks, text }: Caveat, whom: string): string {
  const start = lacks === null ? whom : `No ${lacks} for ${whom}`;
  return `${start}: ${unended(text)}.`;
}

function unended(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}
