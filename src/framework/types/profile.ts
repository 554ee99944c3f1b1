import type { Source } from "./source.ts";

/** An overlay on any framework: weighs needs, severities and strategies, adds a supplementary dimension; never a score. */
export interface Profile {
  readonly id: string;
  readonly kind: "sector" | "culture";
  readonly version: string;
  readonly title: string;
  readonly purpose: string;
  readonly provenance: string;
  readonly sources: readonly Source[];
  /** Null of a culture profile. */
  readonly context: ProfileContext | null;
  /** Facet → factor, 0.8–1.5. */
  readonly needs: ReadonlyMap<string, number>;
  /** Framework id → dimension id → factor, 0.8–1.5, in place of `needs`. */
  readonly dimensions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Framework id → dimensions whose findings are raised by one step. */
  readonly severity: ReadonlyMap<string, readonly string[]>;
  /** Strategy id → fit, 0.7–1.3. */
  readonly strategies: ReadonlyMap<string, number>;
  readonly supplement: Supplement | null;
  readonly keys: readonly CultureKey[];
}

export interface ProfileContext {
  readonly drivers: readonly string[];
  readonly shows: readonly string[];
  readonly stake: readonly string[];
  readonly rebuilds: readonly string[];
}

/** A supplementary dimension with its items, for every framework that asks opinions of one of its audiences. */
export interface Supplement {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly facets: ReadonlyMap<string, number>;
  readonly items: readonly {
    readonly id: string;
    /** By audience of the strategies (customers, employees, partners, community). */
    readonly text: ReadonlyMap<string, string>;
    readonly reverse: boolean;
  }[];
}

export interface CultureKey {
  readonly id: string;
  readonly title: string;
  /** "low" or "high"; what is not set is neutral. */
  readonly values: ReadonlyMap<string, CultureValue>;
}

export interface CultureValue {
  readonly about: string;
  readonly how: readonly string[];
  readonly read: readonly string[];
  readonly strategies: ReadonlyMap<string, number>;
}

/** A profile as chosen: of a culture profile with the values that were set. */
export interface ChosenProfile {
  readonly profile: Profile;
  /** Key id → "low" or "high". Empty of a sector. */
  readonly values: ReadonlyMap<string, string>;
  /** As the user wrote it: "culture:context=high". */
  readonly text: string;
}
