import type { CellResult } from "../audit/types.ts";
import type { Strategy } from "../framework/types.ts";
import type { AudienceView } from "./options.ts";

/** Whose need or finding it is; null: everyone's, one audience alone having answered. */
export type Whose = { readonly id: string; readonly title: string } | null;

/** An audience with its say in the plan. */
export interface Voice extends AudienceView {
  readonly whose: Whose;
  /** 1 / number of audiences: so the need of a survey is the mean of its audiences' and does not grow with their number. */
  readonly share: number;
}

/** An audience goes unnamed where its numbers are everyone's. */
export function voicesOf(audiences: readonly AudienceView[], overall: CellResult): readonly Voice[] {
  return audiences.map((view) => ({
    ...view,
    whose: view.cell === overall ? null : { id: view.id, title: view.title },
    share: 1 / audiences.length,
  }));
}

/** A strategy without audiences is for any. */
export function isFor(strategy: Strategy, { standsFor }: Pick<AudienceView, "standsFor">): boolean {
  return strategy.audiences.length === 0 || strategy.audiences.some((id) => standsFor.includes(id));
}
