/** Where something was met. */
export interface Spot {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}
