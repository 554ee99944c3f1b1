import type { DimensionResult } from "../../audit/types.ts";
import type { Block } from "../sheet.ts";

/** Qualitative questions that belong beside the numbers of a dimension; nothing where the framework has none. */
export function companionBlocks(dimensions: readonly DimensionResult[]): readonly Block[] {
  const rows = dimensions.flatMap(({ title, companions }) =>
    companions.map((text, at) => ({ label: at === 0 ? title : "and", text })),
  );
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "To ask beside the numbers" },
    { kind: "facts", rows },
  ];
}
