/** A workbook that cannot be read, found below the place that knows its name. */
export class WorkbookFault extends Error {
  override readonly name = "WorkbookFault";
  constructor(
    readonly kind: "too large" | "far cell" | "damaged",
    /** What is wrong, in a few words; for `damaged`, to follow "It is damaged: ". */
    what: string,
  ) {
    super(what);
  }
}
