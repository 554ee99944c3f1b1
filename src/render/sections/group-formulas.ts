import type { CellResult, CompositeResult, GroupingResults } from "../../audit/types.ts";
import { compositeValue, published, publishedInterval } from "../numbers.ts";
import type { Block } from "../sheet.ts";
import { applicable } from "./columns.ts";
import { formulaText, withNumbers } from "./formula.ts";
import { valueInterval } from "./held.ts";

/** So many groups are worked out one by one; a kept audit holds all. */
const MOST_FORMULAS = 6;

/** The headline's formula with the numbers of each group. */
export function formulaBlocks(
  { kind, cells }: GroupingResults,
  leads: readonly { cell: CellResult; lead: CompositeResult | undefined }[],
): readonly Block[] {
  if (kind !== "single" || cells.filter((cell) => cell.kind === "group").length > MOST_FORMULAS) return [];
  const rows = leads.flatMap(({ cell, lead }) =>
    lead && lead.value.kind === "estimate" ? [formulaRow(cell, lead)] : [],
  );
  const lead = leads.find((one) => one.lead)?.lead;
  if (rows.length === 0 || lead === undefined) return [];
  return [
    { kind: "heading", level: 3, text: `${lead.title}, worked out for each group` },
    applicable({
      kind: "table",
      leading: 1,
      columns: [
        { title: "Group", wrapTo: 12 },
        { title: formulaText(lead), wrapTo: 24 },
        { title: "Value", align: "right" },
        { title: "95 % interval" },
      ],
      rows,
    }),
  ];
}

function formulaRow({ label }: CellResult, lead: CompositeResult): readonly string[] {
  const format = compositeValue(lead);
  const now = published(lead.value, format);
  if (lead.held === null) return [label, withNumbers(lead), now, publishedInterval(lead.value, format)];
  const ends = valueInterval(lead, format);
  return [label, withNumbers(lead), `${format(lead.held.unheld.value)}, held at ${now}`, ends === "" ? "held" : ends];
}
