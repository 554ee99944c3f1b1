import type { Place } from "../problems/problem.ts";

/** What a project file `trust-audit.yaml` says. Pure data; every part may be left out. */
export interface Project {
  /** As the user called it, or as it was found. */
  readonly file: string;
  /** Its folder: paths in it are relative to that. */
  readonly folder: string;
  /** A bundled id, or a path relative to the folder. */
  readonly framework: string | null;
  /** The version that results are pinned to: another is an error (exit 3). */
  readonly frameworkVersion: string | null;
  /** Exports; a `*` in a file's name stands for any letters, in alphabetical order. */
  readonly data: readonly string[];
  /** Options of `score` by their long names without dashes ("min-group"), as the command line would have them. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Worst and best of business figures, by item id. */
  readonly figureEnds: ReadonlyMap<string, { readonly worst: number; readonly best: number }>;
  /** `FORMAT:PATH` of `score`; null: not said. */
  readonly output: readonly string[] | null;
  /** Where `score` keeps the audit and `check` reads it. */
  readonly audit: string | null;
  /** The audit that changes are told from. */
  readonly baseline: string | null;
  readonly gates: readonly ProjectGate[];
  /** `FORMAT:PATH` of `check`. */
  readonly checkOutput: readonly string[];
  readonly report: ProjectReport;
  /** Where a part of it stands in the file. */
  placeOf(path: readonly (string | number)[]): Place;
}

export interface ProjectGate {
  readonly gate: string;
  readonly name: string | null;
  readonly mode: "point" | "confident" | "regression" | null;
  readonly place: Place;
}

/** House style as it is written. */
export interface ProjectReport {
  readonly title: string | null;
  /** A picture file relative to the folder. */
  readonly logo: string | null;
  readonly accent: string | null;
  readonly locale: string | null;
  /** Section → shown. */
  readonly sections: ReadonlyMap<string, boolean>;
  /** Id of a band → its word. */
  readonly bands: ReadonlyMap<string, string>;
}
