/** What one `--by` asks for. */
export interface Grouping {
  /** As the user wrote it. */
  readonly text: string;
  /** `a`; `a/b/c`, every level inside the one above; `a,b`, every combination of values. */
  readonly kind: "single" | "hierarchy" | "crossing";
  /** Headers, in the order written; at least one, of a hierarchy or crossing two or more. */
  readonly columns: readonly string[];
}
