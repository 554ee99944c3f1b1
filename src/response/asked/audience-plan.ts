import { forAudience } from "../../framework/audience.ts";
import type { Framework } from "../../framework/types.ts";
import type { PlannedAudience, SegmentColumn } from "../source-plan.ts";
import type { AskedAudiences, FileAudience } from "./audience.ts";
import { audienceNames } from "./audience-names.ts";
import { missingIn } from "./form.ts";

export interface Who {
  readonly asked: AskedAudiences;
  /** Of all audiences. */
  readonly full: Framework;
}

/** How the audience of each row of a file is told; null where all are of one and nothing in it could say otherwise. */
export function plannedAudience(
  { asked: who, full }: Who,
  file: {
    readonly at: number;
    /** Items of the program, in its order. */
    readonly asked: readonly string[];
    readonly segments: readonly SegmentColumn[];
    readonly column: number;
  },
): PlannedAudience | null {
  const own = who.files[file.at];
  const segment = file.segments.findIndex(({ column }) => column === who.segment?.column);
  if (own === undefined || (segment < 0 && file.column < 0)) return null;
  return {
    segment,
    column: file.column,
    only: own.kind === "one" ? { id: own.id, said: own.said } : null,
    names: audienceNames(full),
    held: own.kind === "one" ? [own.id] : own.held,
    unasked: segment < 0 ? new Map() : unaskedOf(full, who.audiences, file.asked),
  };
}

/** Audience → places of the items that it is not asked; none of one that is asked all of them. */
function unaskedOf(
  { items }: Framework,
  audiences: readonly string[],
  asked: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  return new Map(
    audiences.flatMap((audience): [string, readonly number[]][] => {
      const places = asked.flatMap((item, at) => (texts.get(item)?.has(audience) === true ? [] : [at]));
      return places.length === 0 ? [] : [[audience, places]];
    }),
  );
}

/** The items that a file must hold for those who answered it, and does not. */
export function missingOf(
  { asked: { audiences, files }, full }: Who,
  file: { readonly at: number; readonly asked: readonly string[]; readonly present: ReadonlySet<string> },
): readonly string[] {
  const own = files[file.at];
  const sure = own === undefined ? audiences : sureOf(own);
  const missing = sure.flatMap((audience) => {
    const framework = forAudience(full, [audience]);
    const items = new Set(framework.items.map(({ id }) => id));
    const asked = file.asked.filter((item) => items.has(item));
    return missingIn(framework, asked, file.present);
  });
  return file.asked.filter((item) => missing.includes(item));
}

/** Those met in the sampled rows; where none is, the first of those who may come. */
function sureOf(file: FileAudience): readonly string[] {
  if (file.kind === "one") return [file.id];
  return file.sampled.length > 0 ? file.sampled : file.held.slice(0, 1);
}
