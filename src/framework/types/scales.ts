/** A response scale. `points` are the answers with a code; figures have none. */
export type Scale = CodedScale | FigureScale;

export interface CodedScale {
  readonly kind: "coded";
  readonly id: string;
  readonly title: string;
  /** In ascending order of code. Codes are integers. */
  readonly points: readonly ScalePoint[];
  readonly min: number;
  readonly max: number;
  /** Codes that count as favourable on a dimension where higher is better (recoded answers are judged). */
  readonly favourable: readonly number[];
  /** Codes that count as favourable on a dimension where lower is better. By default the mirror image. */
  readonly favourableWhenLower: readonly number[];
  /** How far people agree with what is said; absent: something else. */
  readonly measures?: "agreement";
  /** Extra words for "not applicable" and "don't know", beside the built-in ones. */
  readonly notApplicable: readonly string[];
  readonly dontKnow: readonly string[];
}

export interface ScalePoint {
  readonly code: number;
  /** Undefined on a numeric rating point without a word of its own. */
  readonly label?: string;
  readonly aliases: readonly string[];
  /** Language tag → what the answer is called in it; the first text is the label, the others are aliases. */
  readonly translations?: Translations;
}

/** Language tag, such as `de` or `pt-BR` → texts, at least one. */
export type Translations = ReadonlyMap<string, readonly string[]>;

/** A business figure with its worst and best value; decimals 0–4, kept as an exact scaled integer. */
export interface FigureScale {
  readonly kind: "figure";
  readonly id: string;
  readonly title: string;
  readonly worst: number;
  readonly best: number;
  readonly decimals: number;
  readonly unit: string;
  readonly notApplicable: readonly string[];
  readonly dontKnow: readonly string[];
}
