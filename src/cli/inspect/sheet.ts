import type { InspectedFile, Inspection, Vocabulary } from "../../engines/inspection/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { readAs } from "../../render/sections/read-as.ts";
import type { Block, Fact, Sheet, TableRow } from "../../render/sheet.ts";
import { FLOW, plural } from "../../render/words.ts";
import { EXCLUSIONS } from "../../response/types.ts";
import type { Verdict } from "./verdict.ts";
import { codeWords, cut, headerOf, howOf, sureOf, takenForOf } from "./words.ts";

/** The page of `inspect`: for the analyst, since it shows answers that could not be read as they stand. */
export function inspectionSheet(inspection: Inspection, verdict: Verdict): Sheet {
  const [only, ...others] = inspection.files;
  const names = others.length === 0 && only !== undefined ? only.head.file : `${inspection.files.length} files`;
  return {
    title: `How ${names} would be read`,
    blocks: [
      { kind: "facts", rows: [...inspection.files.map(fileFact), ...frameworkFacts(inspection)] },
      ...rowBlocks(inspection),
      ...inspection.files.flatMap((file) => columnBlocks(file, others.length > 0)),
      ...answerBlocks(inspection.vocabularies),
      ...verdictBlocks(inspection, verdict),
    ],
  };
}

function fileFact({ head }: InspectedFile): Fact {
  return { label: head.file, text: `read as ${readAs(head)}${head.dialect === "plain" ? ` (${head.reason})` : ""}` };
}

function frameworkFacts({ framework, fits, audience, form }: Inspection): readonly Fact[] {
  if (framework === null) return [{ label: "Framework", text: "none of the bundled ones fits", tone: "poor" }];
  const [best, next] = fits;
  const runnerUp = next === undefined ? "" : `; next: ${next.framework.id}, ${next.found} of ${next.items}`;
  const chosen =
    best === undefined
      ? ""
      : ` (not named: ${best.found} of its ${best.items} items have a column${runnerUp || "; no other fits"})`;
  return [
    { label: "Framework", text: `${framework.id} ${framework.version}${chosen}` },
    ...(audience === null || framework.audiences.length < 2 ? [] : [{ label: "Audience", text: audience }]),
    ...(form === null ? [] : [{ label: "Form", text: form }]),
  ];
}

function rowBlocks({ ledger, framework }: Inspection): readonly Block[] {
  if (ledger === null) return [];
  const excluded = EXCLUSIONS.filter((reason) => ledger.excluded[reason] > 0);
  const rows: readonly (readonly [string, number])[] =
    framework === null
      ? [[FLOW.read, ledger.read]]
      : [
          [FLOW.read, ledger.read],
          ...excluded.map((reason) => [`left out: ${FLOW[reason]}`, ledger.excluded[reason]] as const),
          ["Would be scored", ledger.scored],
        ];
  return [
    { kind: "heading", level: 2, text: "Rows" },
    { kind: "facts", rows: rows.map(([label, count]) => ({ label, text: String(count) })) },
  ];
}

function columnBlocks({ head, columns }: InspectedFile, isOneOfSeveral: boolean): readonly Block[] {
  return [
    { kind: "heading", level: 2, text: isOneOfSeveral ? `Columns of ${head.file}` : "Columns" },
    {
      kind: "table",
      columns: [
        { title: "", align: "right" },
        { title: "header", wrapTo: 18 },
        { title: "taken for", wrapTo: 10 },
        { title: "known by", wrapTo: 14 },
        { title: "how sure", wrapTo: 8 },
      ],
      rows: columns.map((column) => [
        String(column.position),
        headerOf(column),
        takenForOf(column),
        howOf(column),
        column.sure === "certain"
          ? "certain"
          : { text: sureOf(column), tone: column.sure === "guess" ? "poor" : "fair" },
      ]),
    },
  ];
}

function answerBlocks(vocabularies: readonly Vocabulary[]): readonly Block[] {
  if (vocabularies.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Answers" },
    {
      kind: "table",
      columns: [
        { title: "text", wrapTo: 20 },
        { title: "read as", wrapTo: 16 },
        { title: "times", align: "right" },
        { title: "note", wrapTo: 12 },
      ],
      rows: vocabularies.flatMap(vocabularyRows),
    },
  ];
}

function vocabularyRows(vocabulary: Vocabulary): readonly TableRow[] {
  const { scale, items, whole, entries, figures, more } = vocabulary;
  const of = whole ? plural(items.length, "item", "items") : listed(items);
  return [
    { heading: `Scale ${scale}: ${of}` },
    ...(figures === 0 ? [] : [["(figures)", "as they are", String(figures), ""]]),
    ...entries.map((entry): TableRow => {
      const words = codeWords(entry);
      const where = entry.code === null ? listed(entry.items) : "";
      const near = entry.nearest === null ? "" : `nearest: ${cut(entry.nearest)}; `;
      return [
        `"${cut(entry.text)}"`,
        entry.code === null ? { text: words, tone: "poor" } : words,
        String(entry.count),
        `${near}${where}`,
      ];
    }),
    ...(more ? [["(more texts)", "", "", "too many to list"]] : []),
  ];
}

function listed(items: readonly string[]): string {
  const more = items.length > 4 ? ` and ${items.length - 4} more` : "";
  return `${items.length === 1 ? "item" : "items"} ${items.slice(0, 4).join(", ")}${more}`;
}

function verdictBlocks({ problems }: Inspection, { text, command, exit }: Verdict): readonly Block[] {
  return [
    { kind: "heading", level: 2, text: "Verdict" },
    { kind: "paragraph", text, tone: exit === 0 ? "good" : exit === 4 ? "fair" : "poor" },
    ...(command === null ? [] : [{ kind: "preformatted" as const, text: command }]),
    ...(problems.length === 0 ? [] : [{ kind: "list" as const, items: problems.map(problemLine) }]),
  ];
}

/** "CSV021 error at staff.csv:1: what is wrong. What to do." */
function problemLine({ code, severity, message, help, suggestion, place }: Problem): string {
  const at = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(":");
  const meant = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
  return `${severity} ${code}${at === "" ? "" : ` at ${at}`}: ${message}${meant}${help === undefined ? "" : ` ${help}`}`;
}
