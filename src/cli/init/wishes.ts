export const PIPELINES = ["github", "gitlab", "cron", "none"] as const;
export type Pipeline = (typeof PIPELINES)[number];

/** Flags of `init` as commander gives them. */
export interface InitFlags {
  readonly data?: string;
  readonly framework?: string;
  readonly audience?: string;
  readonly by?: readonly string[];
  readonly headcount?: string;
  readonly id?: string;
  readonly title?: string;
  readonly pipeline?: Pipeline;
  readonly force?: boolean;
  readonly run?: boolean;
}

/** What the project is to be: from flags, from answers, or both. Paths are as seen from the project's folder, with slashes. */
export interface Wishes {
  /** A file, or a pattern with `*` in its last part. */
  readonly data: string;
  /** An id, or a path. */
  readonly framework: string;
  readonly audience: string | null;
  readonly by: readonly string[];
  /** A number, or a file of group,people. */
  readonly headcount: string | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly pipeline: Pipeline;
}

/** What the flags leave open is left out. */
export function wishesFrom(
  { audience, by, headcount, id, title }: InitFlags,
  settled: Pick<Wishes, "data" | "framework" | "pipeline"> & Partial<Wishes>,
): Wishes {
  return {
    ...{ audience: audience ?? null, by: by ?? [], headcount: headcount ?? null, id: id ?? null, title: title ?? null },
    ...settled,
  };
}

/** A file that `init` would like to see. */
export interface PlannedFile {
  /** As seen from the working folder. */
  readonly path: string;
  readonly text: string;
  /** What it is, in words for the list at the end. */
  readonly says: string;
  /** `new`: never over an old one without --force; `lines`: what is missing of these lines goes to the end of an old one. */
  readonly how: "new" | "lines";
  readonly executable?: boolean;
}
