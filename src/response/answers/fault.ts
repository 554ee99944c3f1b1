/** Why an answer could not be read. */
export type AnswerFault =
  | { readonly kind: "unknown" }
  /** A label with a number that is not its code. */
  | { readonly kind: "disagrees"; readonly label: string; readonly code: number | null; readonly number: number }
  /** Answers of the scale, as its table has them. */
  | { readonly kind: "several"; readonly answers: readonly string[] }
  /** A figure such as 1,234, which is one number here and another there. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "decimals"; readonly most: number }
  | { readonly kind: "too large" };
