import { Readable } from "node:stream";
import { ProblemsError } from "../../src/problems/problem.ts";
import { openTable } from "../../src/sources/table/open.ts";
import type { TableOptions, TableSource } from "../../src/sources/table/source.ts";

/** Reads bytes cut into pieces of the given sizes, the last size repeated. */
export function inPieces(bytes: Buffer, sizes: readonly number[] = [65_536]): () => Readable {
  return () =>
    Readable.from(
      (function* () {
        let at = 0;
        for (let piece = 0; at < bytes.length; piece += 1) {
          const size = Math.max(1, sizes[Math.min(piece, sizes.length - 1)] ?? 1);
          yield bytes.subarray(at, at + size);
          at += size;
        }
      })(),
      { objectMode: false },
    );
}

export interface ReadTable {
  readonly source: TableSource;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

/** Opens what the bytes are and reads all of it. */
export async function readTable(
  bytes: Buffer,
  options: TableOptions & { readonly sizes?: readonly number[]; readonly name?: string } = {},
): Promise<ReadTable> {
  const source = await openTable({ name: options.name ?? "answers", open: inPieces(bytes, options.sizes) }, options);
  const rows: string[][] = [];
  const lines: number[] = [];
  await source.rows((cells, line) => {
    rows.push([...cells]);
    lines.push(line());
  });
  return { source, rows, lines };
}

/** The first problem for which a file is refused. */
export async function refusalOf(...how: Parameters<typeof readTable>) {
  try {
    await readTable(...how);
  } catch (error) {
    if (error instanceof ProblemsError) return { exitCode: error.exitCode, ...error.problems[0] };
    throw error;
  }
  throw new Error("was read");
}
