import type { Profile, Source } from "../types.ts";

/** A profile as its YAML says it, after the schema. */
export interface ProfileDocument {
  readonly format: 1;
  readonly id: string;
  readonly kind: Profile["kind"];
  readonly version: string;
  readonly title: string;
  readonly purpose: string;
  readonly provenance: string;
  readonly sources?: readonly Source[];
  readonly context?: Profile["context"];
  readonly needs?: Readonly<Record<string, number>>;
  readonly dimensions?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly severity?: Readonly<Record<string, readonly string[]>>;
  readonly strategies?: Readonly<Record<string, number>>;
  readonly supplement?: SupplementDocument;
  readonly keys?: readonly CultureKeyDocument[];
}

export interface SupplementDocument {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly facets: Readonly<Record<string, number>>;
  readonly items: readonly {
    readonly id: string;
    readonly text: Readonly<Record<string, string>>;
    readonly reverse?: boolean;
  }[];
}

export interface CultureKeyDocument {
  readonly id: string;
  readonly title: string;
  readonly values: Readonly<
    Record<
      string,
      {
        readonly about: string;
        readonly how: readonly string[];
        readonly read: readonly string[];
        readonly strategies?: Readonly<Record<string, number>>;
      }
    >
  >;
}
