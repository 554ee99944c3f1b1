/** Exit codes: the contract with pipelines. */
export const EXIT = {
  done: 0,
  gateFailed: 1,
  usage: 2,
  unreadable: 3,
  nothingToScore: 4,
  defect: 70,
  interrupted: 130,
} as const;

/** The user asked for something that cannot be: a flag, a combination, a missing terminal. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  constructor(
    message: string,
    readonly help?: string,
  ) {
    super(message);
  }
}

/** The reader of our output went away (closed pipe): end quietly. */
export class ClosedPipe extends Error {
  override readonly name = "ClosedPipe";
}
