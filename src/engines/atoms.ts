import type { Cell } from "../aggregate/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import type { SegmentColumn } from "../response/source-plan.ts";

/** More values of a column are no groups but ids or free text. */
const MOST_VALUES = 1000;
/** Every combination of values that somebody has costs memory of its own. */
const MOST_ATOMS = 20_000;

/** The combinations of segment values met, over all files. */
export interface Atoms {
  /** Those of one file. length: of a cell. */
  ofFile(length: number): FileAtoms;
}

export interface FileAtoms {
  /** By the JSON of the values. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The cell of these values, made when its first respondent comes. values: one per segment. */
  cellOf(values: readonly string[]): Cell;
}

/** One value after another leads to a cell, so that finding it allocates nothing. */
interface Node {
  readonly next: Map<string, Node>;
  cell: Cell | null;
}

export function createAtoms(segments: readonly SegmentColumn[]): Atoms {
  const admit = createAdmission(segments);
  return {
    ofFile: (length) => {
      const root = createNode();
      const cells = new Map<string, Cell>();
      const cellOf = (values: readonly string[]): Cell => {
        let node = root;
        for (let at = 0; at < values.length; at += 1) {
          const value = values[at] as string;
          let child = node.next.get(value);
          if (child === undefined) {
            child = createNode();
            node.next.set(value, child);
          }
          node = child;
        }
        if (node.cell !== null) return node.cell;
        const key = JSON.stringify(values);
        admit(key, values);
        node.cell = new Float64Array(length);
        cells.set(key, node.cell);
        return node.cell;
      };
      return { cells, cellOf };
    },
  };
}

/** The values of one segment that occur in atoms. */
export function valuesOf(atoms: ReadonlyMap<string, Cell>, segment: number): readonly string[] {
  const values = [...atoms.keys()].map((key) => (JSON.parse(key) as readonly string[])[segment] ?? "");
  return [...new Set(values)];
}

function createNode(): Node {
  return { next: new Map(), cell: null };
}

/** Throws SC004 where values, or combinations of them, become too many. */
function createAdmission(segments: readonly SegmentColumn[]): (key: string, values: readonly string[]) => void {
  const met = segments.map(() => new Set<string>());
  const keys = new Set<string>();
  return (key, values) => {
    for (const [at, segment] of segments.entries()) {
      met[at]?.add(values[at] ?? "");
      if ((met[at]?.size ?? 0) > MOST_VALUES) throw tooManyValues(segment);
    }
    keys.add(key);
    if (keys.size > MOST_ATOMS) throw tooManyAtoms(segments);
  };
}

function tooManyValues({ flag, column }: SegmentColumn): ProblemsError {
  return new ProblemsError([
    {
      code: "SC004",
      severity: "error",
      message: `${flag} ${column}: the column has more than ${MOST_VALUES} different values.`,
      help: "It looks like an id or free text; name a column with few values, such as a department or a site.",
    },
  ]);
}

function tooManyAtoms(segments: readonly SegmentColumn[]): ProblemsError {
  const columns = segments.map(({ flag, column }) => `${flag} ${column}`).join(", ");
  return new ProblemsError([
    {
      code: "SC004",
      severity: "error",
      message: `${columns}: people have more than 20,000 different combinations of values in these columns.`,
      help: "Crossed with each other they tell nearly everybody apart; name fewer columns, or columns with fewer values.",
    },
  ]);
}
