/** The pages of text: what it comes to, and how it was worked out. */
import type { Audit } from "../../audit/types.ts";
import { summaryPage } from "../sections/summary-page.ts";
import type { Block, Fact, Sheet } from "../sheet.ts";
import type { HouseStyle } from "../style.ts";
import { basisWords, HIDDEN } from "../words.ts";
import { tableSheet } from "./table.ts";

const COLUMNS = [
  { title: "", width: 26, of: ({ label }: Fact) => label },
  { title: "", width: 100, of: ({ text }: Fact) => text },
] as const;

export function summarySheet(audit: Audit, style: HouseStyle) {
  // A workbook is data: no house style leaves anything out of it.
  const page = summaryPage(audit, { ...style, off: new Set() });
  const [label, text] = COLUMNS;
  return tableSheet(
    "Summary",
    [{ ...label, title: page.title }, text],
    [...headFacts(audit, page), ...page.blocks.flatMap(facts)],
  );
}

function headFacts({ framework, asked, disclosure }: Audit, { maker, mark }: Sheet): readonly Fact[] {
  return [
    { label: "Framework", text: `${framework.title} (${framework.id} ${framework.version})` },
    { label: "Made by", text: maker ?? "" },
    ...(asked.people === null ? [] : [{ label: "From", text: basisWords(framework.unit, asked.people) }]),
    ...(asked.subset === null ? [] : [{ label: "Part", text: asked.subset }]),
    ...(mark == null ? [] : [{ label: "Mind", text: mark }]),
    ...(disclosure.hidden ? [{ label: 'Cells with "hidden"', text: HIDDEN }] : []),
  ];
}

function facts(block: Block): readonly Fact[] {
  switch (block.kind) {
    case "facts":
      return block.rows;
    case "paragraph":
      return [{ label: "", text: block.text }];
    default:
      return [];
  }
}

export function methodSheet({ method, warnings, framework, source }: Audit) {
  const [label, text] = COLUMNS;
  return tableSheet(
    "Method",
    [
      { ...label, title: "Topic" },
      { ...text, title: "Text" },
    ],
    [
      ...method.map((one): Fact => ({ label: one.topic, text: one.text })),
      ...source.files.map(({ name }): Fact => ({ label: "File", text: name })),
      ...warnings.map(({ code, message }): Fact => ({ label: `Warning ${code}`, text: message })),
      { label: "Framework hash", text: framework.hash },
      { label: "Mapping hash", text: source.mappingHash },
    ],
  );
}
