/**
 * What a check has against a document, before it is known where in the YAML that stands: checks work on plain data
 * and name the place by its path; `yaml/locate.ts` turns the path into file, line and column.
 */
export interface Complaint {
  readonly code: string;
  /** Absent: an error. */
  readonly severity?: "error" | "warning";
  readonly path: Path;
  /** Underline the value (the default) or the key that holds it. */
  readonly on?: "key" | "value";
  /** A part of a text value: 0-based offset and length in characters. */
  readonly part?: { readonly offset: number; readonly length: number };
  readonly message: string;
  readonly help?: string;
  readonly suggestion?: string | undefined;
}

/** Keys and 0-based list positions from the root: `["items", 3, "scale"]`. */
export type Path = readonly (string | number)[];
