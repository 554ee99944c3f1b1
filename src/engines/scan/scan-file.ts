import type { TableSource } from "../../sources/table/source.ts";
import type { FilePeople } from "../people.ts";
import type { ScanPlan } from "./columns.ts";
import type { ScanCore, ScanOptions } from "./core.ts";
import { readRange } from "./range.ts";
import { createFileRows } from "./range-rows.ts";
import { MOST_TEXTS } from "./teach.ts";
import { InputWindow } from "./window.ts";
import { readByThreads, type Threads } from "./workers/read-by-threads.ts";

export interface ScanRequest {
  readonly source: TableSource;
  readonly people: FilePeople;
  readonly plan: ScanPlan;
  readonly createCore: (options: ScanOptions) => ScanCore;
  readonly onBytes: (count: number) => void;
  /** Bytes read in one go; left out: as many as there is room for. */
  readonly chunk?: number | undefined;
  /** Other threads that may read it; left out: none. */
  readonly threads?: Threads | undefined;
  /** Told, in words, why fewer rows are scanned than might be thought. */
  readonly onRemark?: (remark: string) => void;
}

/**
 * Reads one file with a core: rows that are ordinary as codes, all others as the tolerant reader does, which also takes over
 * for good where the file is not well-formed. Tells how many rows were ordinary. Throws ProblemsError as the tolerant reader would.
 */
export async function scanFile(request: ScanRequest): Promise<number> {
  const { source } = request;
  try {
    return await scanRows(request);
  } finally {
    source.close();
  }
}

async function scanRows({ source, people, plan, createCore, threads, onRemark, ...how }: ScanRequest): Promise<number> {
  const { raw } = source;
  if (raw === null) throw new Error("this table is no text");
  const { delimiter, skip } = raw;
  const options = { columns: plan.columns, delimiter: delimiter.charCodeAt(0), items: plan.items };
  const core = createCore(options);
  const { headers } = source.head;
  const rows = createFileRows(core, {
    ...{ people, plan, columns: headers.length },
    onFull: (column) => onRemark?.(`${headers[column] ?? ""} has more than ${MOST_TEXTS} different texts`),
  });
  const begun = await readByThreads({ ...how, core, options, raw, people, rows, threads });
  const { position, lines: linesBefore, rowsBefore } = begun;
  const window = new InputWindow(core.input, { ...how, supply: raw.supply(position) });
  const start = { skip: position === 0 ? skip : 0, rowsBefore, linesBefore };
  try {
    const end = await readRange({ core, window, delimiter, ...start, rows });
    rows.ordinary.flush();
    if (end.kind === "full")
      onRemark?.(`from line ${end.lines + 1} on it is read as by stream, since most rows shortly before are unusual`);
    if (end.kind !== "ended") {
      const rest = { chunks: window.rest(end.position), linesBefore: end.lines, rowsBefore: end.rowsBefore };
      await raw.rest(rest, (cells, line) => {
        people.row(cells, line);
      });
    }
    return begun.rows + rows.ordinary.rows;
  } finally {
    await window.close();
  }
}
