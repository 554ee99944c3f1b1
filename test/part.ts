/** `npm run prove` takes everything; `npm test` a part of what is alike many times over. */
export const WHOLE = process.env["TRUST_AUDIT_PROVE"] === "full";

/** Every so many, from the first on. */
export function part<T>(all: readonly T[], every: number): readonly T[] {
  return WHOLE ? all : all.filter((_, at) => at % every === 0);
}
