/** What the system calls an error, such as ENOENT; "" where it is none of the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
