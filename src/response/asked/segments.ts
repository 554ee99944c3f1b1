import type { SegmentColumn } from "../source-plan.ts";

/** Every column that people are told apart by, once, with the first flag that names it. */
export function segmentColumns(asked: {
  readonly by: readonly { readonly columns: readonly string[] }[];
  readonly where: { readonly columns: readonly string[] } | null;
  readonly wave: string | null;
}): readonly SegmentColumn[] {
  const { by, where, wave } = asked;
  const named: readonly SegmentColumn[] = [
    ...by.flatMap(({ columns }) => columns.map((column) => ({ flag: "--by", column }) as const)),
    // Before the filter's: a wave's values are printed, and so they are looked at as groups are.
    ...(wave === null ? [] : [{ flag: "--wave", column: wave } as const]),
    ...(where?.columns ?? []).map((column) => ({ flag: "--where", column }) as const),
  ];
  return named.filter((one, at) => named.findIndex(({ column }) => column === one.column) === at);
}
