import type { DialectName } from "../../response/table-head.ts";
import { openCsv } from "../csv/open.ts";
import type { TableInput, TableSource } from "./source.ts";

/** What the user says of the files. */
export interface TableOptions {
  /** Undefined: told by the first rows. */
  readonly dialect?: DialectName | undefined;
}

/** Opens an export, whatever it is. Throws ProblemsError (exit 3) where it cannot be read. */
export function openTable(input: TableInput, options: TableOptions = {}): Promise<TableSource> {
  return openCsv(input, options);
}
