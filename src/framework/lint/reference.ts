import type { Path } from "../complaint.ts";

/** Something that is named by its id, and where. */
export interface Reference {
  readonly path: Path;
  readonly id: string | undefined;
  readonly on?: "key";
  /** What it should name, for the sentence: "dimension". */
  readonly kind: string;
  readonly known: ReadonlySet<string>;
}
