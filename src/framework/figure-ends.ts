import type { Complaint } from "./complaint.ts";
import { deepFreeze } from "./freeze.ts";
import type { FigureScale, Framework, Item } from "./types.ts";

export type FigureEnds = ReadonlyMap<string, { readonly worst: number; readonly best: number }>;

/** A number this near to a whole one differs from it by the arithmetic alone. */
const ROUNDING = 1e-6;

/**
 * A framework with other ends of its business figures, in all as if it had been written with them. ends: by item, worst and
 * best apart. hash: names the result, which is another framework than the one it was made of.
 * Complaints (paths: item, then key) are of items that are not there, hold no figure, or keep fewer decimals (PF011, PF012).
 */
export function withFigureEnds(
  framework: Framework,
  { ends, hash }: { readonly ends: FigureEnds; readonly hash: (text: string) => string },
): { readonly framework: Framework; readonly complaints: readonly Complaint[] } {
  if (ends.size === 0) return { framework, complaints: [] };
  const items = new Map(framework.items.map((item) => [item.id, item]));
  const complaints = [...ends].flatMap(([id, own]) => faults(framework, items.get(id), { id, ...own }));
  if (complaints.length > 0) return { framework, complaints };
  const scales = new Map(framework.scales);
  const changed = framework.items.map((item): Item => {
    const own = ends.get(item.id);
    const scale = framework.scales.get(item.scale);
    if (own === undefined || scale?.kind !== "figure") return item;
    // A scale that other items are answered on stays as it is for them.
    const id = `${scale.id}.${item.id}`;
    scales.set(id, { ...scale, id, ...own });
    return { ...item, scale: id };
  });
  const written = JSON.stringify([...ends].sort(([one], [other]) => (one < other ? -1 : 1)));
  return {
    framework: deepFreeze({ ...framework, scales, items: changed, hash: hash(`${framework.hash}\n${written}`) }),
    complaints: [],
  };
}

interface OwnEnds {
  readonly id: string;
  readonly worst: number;
  readonly best: number;
}

function faults(framework: Framework, item: Item | undefined, own: OwnEnds): readonly Complaint[] {
  const scale = framework.scales.get(item?.scale ?? "");
  if (item === undefined || scale?.kind !== "figure") return [noFigure(framework, item, own.id)];
  return (["worst", "best"] as const).flatMap((key) =>
    isKept(own[key], scale)
      ? []
      : [
          {
            code: "PF012",
            path: [own.id, key],
            message: `${own[key]} has more decimal places than this figure keeps (${scale.decimals}).`,
            help: "Round it.",
          },
        ],
  );
}

function isKept(value: number, { decimals }: FigureScale): boolean {
  const scaled = value * 10 ** decimals;
  return Number.isFinite(scaled) && Math.abs(scaled - Math.round(scaled)) < ROUNDING;
}

function noFigure(framework: Framework, item: Item | undefined, id: string): Complaint {
  const figures = framework.items.filter(({ scale }) => framework.scales.get(scale)?.kind === "figure");
  const names = figures.map((one) => one.id);
  const known = names.length === 0 ? "It has no business figures." : `Its figures are ${names.join(", ")}.`;
  const message =
    item === undefined
      ? `${framework.id} has no item "${id}".`
      : `The item "${id}" of ${framework.id} is no business figure.`;
  return { code: "PF011", path: [id], on: "key", message, help: known };
}
