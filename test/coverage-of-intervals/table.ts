/** The table of docs/statistics.md that says how often each interval holds the truth. */
import { scoresOnly } from "./design.ts";
import { DESIGNS, type DesignName } from "./designs.ts";
import { createPopulation, SHAPES, type Shape } from "./people.ts";
import { type Coverage, coverageOf } from "./study.ts";

export const SIZES = [5, 8, 12, 30, 200] as const;
/** So many that sampling from them is like sampling from the endless. */
export const EVERYBODY = 20_000;
/** What is asked for from 12 people on. */
const GOAL = [0.93, 0.97] as const;

export const shapes = Object.keys(SHAPES) as readonly Shape[];
const designs = Object.keys(DESIGNS) as readonly DesignName[];

/** Every design and size with one shape of `everybody` people. `tell`: what is about to be tried. */
export async function studyOf(
  shape: Shape,
  { samples, everybody = EVERYBODY }: { readonly samples: number; readonly everybody?: number },
  tell: (what: string) => void,
): Promise<readonly Coverage[]> {
  const population = createPopulation(scoresOnly, shape, everybody);
  const found: Coverage[] = [];
  for (const design of designs) {
    for (const n of SIZES) {
      tell(`${shape}, ${design}, ${n} people`);
      found.push(...(await coverageOf({ design, population, n, samples })));
    }
  }
  return found;
}

/** One row per number; a cell has a percentage for each shape, bold where the goal is missed. */
export function coverageTable(found: readonly Coverage[], samples: number): string {
  const names = [...new Set(found.map(({ of }) => of))];
  const rows = names.map((of) => {
    const cells = SIZES.map((n) => cellOf(found.filter((one) => one.of === of && one.n === n)));
    return `| ${of} | ${cells.join(" | ")} |`;
  });
  const order = shapes.join(", ");
  return [
    `${samples.toLocaleString("en-GB")} samples for each number. A cell holds four coverages in per cent: ${order}.`,
    "",
    `| number | ${SIZES.map((n) => `n = ${n}`).join(" | ")} |`,
    `|---|${SIZES.map(() => "---|").join("")}`,
    ...rows,
  ].join("\n");
}

/** One percentage per shape. */
function cellOf(found: readonly Coverage[]): string {
  if (found.length === 0) return "–";
  return shapes
    .flatMap((shape) => found.filter((one) => one.shape === shape))
    .map(({ held, intervals }) => {
      if (intervals === 0) return "–";
      const share = held / intervals;
      const text = (100 * share).toFixed(1);
      return share < GOAL[0] || share > GOAL[1] ? `**${text}**` : text;
    })
    .join(" ");
}

/** One coverage as the page tells it. */
interface Told {
  readonly of: string;
  readonly shape: Shape;
  readonly n: number;
  readonly percent: number;
}

/** The coverages of a table that `coverageTable` wrote; where no sample had an interval there is none. */
export function cellsOfTable(table: string): readonly Told[] {
  const [head = [], , ...rows] = table
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return rows.flatMap((row) =>
    row.slice(2, -1).flatMap((cell, column) =>
      cell.split(" ").flatMap((text, at): readonly Told[] => {
        const [shape, percent] = [shapes[at], Number(text.replaceAll("*", ""))];
        if (shape === undefined || text === "" || Number.isNaN(percent)) return [];
        return [{ of: row[1] ?? "", shape, n: Number(head[column + 2]?.replace("n = ", "")), percent }];
      }),
    ),
  );
}
