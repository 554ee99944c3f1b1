import type { ShownInspection, ShownVocabulary } from "../../engines/inspection/singling-out.ts";
import type { InspectedFile } from "../../engines/inspection/types.ts";
import type { Framework } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { readAs } from "../../render/sections/read-as.ts";
import type { Block, Fact, Sheet, TableRow } from "../../render/sheet.ts";
import { FLOW, plural } from "../../render/words.ts";
import { endsOf } from "../../response/mapping/write.ts";
import { MARKED_ROWS } from "../../response/table-head.ts";
import { EXCLUSIONS } from "../../response/types.ts";
import type { Verdict } from "./verdict.ts";
import { askedIn, codeWords, cut, howOf, sureOf, takenForOf, textOf } from "./words.ts";

interface PageOptions {
  readonly verdict: Verdict;
  /** It is kept or sent on: texts that may be somebody's own words do not stand on it. */
  readonly isPassedOn: boolean;
}

/** The page of `inspect`: for the analyst, since it shows answers that could not be read as they stand. */
export function inspectionSheet(inspection: ShownInspection, { verdict, isPassedOn }: PageOptions): Sheet {
  const [only, ...others] = inspection.files;
  const names = others.length === 0 && only !== undefined ? only.head.file : `${inspection.files.length} files`;
  return {
    title: `How ${names} would be read`,
    blocks: [
      { kind: "facts", rows: [...inspection.files.map(fileFact), ...frameworkFacts(inspection)] },
      ...rowBlocks(inspection),
      ...inspection.files.flatMap((file) => columnBlocks(file, others.length > 0)),
      ...answerBlocks(inspection, isPassedOn),
      ...verdictBlocks(inspection, { verdict, isPassedOn }),
    ],
  };
}

function fileFact({ head }: InspectedFile): Fact {
  return { label: head.file, text: `read as ${readAs(head)}${head.dialect === "plain" ? ` (${head.reason})` : ""}` };
}

function frameworkFacts({ framework, fits, audience, form }: ShownInspection): readonly Fact[] {
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

function rowBlocks({ ledger, framework }: ShownInspection): readonly Block[] {
  if (ledger === null) return [];
  const excluded = EXCLUSIONS.filter((reason) => ledger.excluded[reason] > 0);
  const rows: readonly (readonly [string, number])[] =
    framework === null
      ? [[FLOW.read, ledger.read]]
      : [
          [FLOW.read, ledger.read],
          ...excluded.map((reason) => [`left out: ${leftOut(reason)}`, ledger.excluded[reason]] as const),
          ["Would be scored", ledger.scored],
        ];
  return [
    { kind: "heading", level: 2, text: "Rows" },
    { kind: "facts", rows: rows.map(([label, count]) => ({ label, text: String(count) })) },
  ];
}

/** With the word that --include takes, of rows that the survey tool marks. */
function leftOut(reason: (typeof EXCLUSIONS)[number]): string {
  const marked = MARKED_ROWS.find((one) => one === reason);
  return marked === undefined ? FLOW[reason] : `${FLOW[reason]} (--include ${marked})`;
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
        askedIn(column),
        takenForOf(column),
        howOf(column),
        column.sure === "certain"
          ? "certain"
          : { text: sureOf(column), tone: column.sure === "guess" ? "poor" : "fair" },
      ]),
    },
  ];
}

function answerBlocks({ framework, vocabularies }: ShownInspection, isPassedOn: boolean): readonly Block[] {
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
      rows: vocabularies.flatMap((one) => vocabularyRows(one, { framework, isPassedOn })),
    },
  ];
}

function vocabularyRows(
  vocabulary: ShownVocabulary,
  { framework, isPassedOn }: { readonly framework: Framework | null; readonly isPassedOn: boolean },
): readonly TableRow[] {
  const { scale, items, whole, entries, figures, more, numbersOnly } = vocabulary;
  const of = whole ? plural(items.length, "item", "items") : listed(items);
  return [
    { heading: `Scale ${scale}: ${of}${numbersOnly ? numbersNote(framework, scale) : ""}` },
    ...(figures === 0 ? [] : [["(figures)", "as they are", String(figures ?? ""), ""]]),
    ...entries.map((entry): TableRow => {
      const words = codeWords(entry);
      const where = entry.code === null && entry.items.length > 0 ? listed(entry.items) : "";
      const near = entry.nearest === null ? "" : `nearest: ${cut(entry.nearest)}; `;
      return [
        textOf(entry, isPassedOn),
        entry.code === null ? { text: words, tone: "poor" } : words,
        String(entry.count ?? ""),
        `${near}${where}`,
      ];
    }),
    ...(more ? [["(more texts)", "", "", "too many to list"]] : []),
  ];
}

/** Nothing in the file says which way the numbers run. */
function numbersNote(framework: Framework | null, id: string): string {
  const scale = framework?.scales.get(id);
  const points = scale?.kind === "coded" ? scale.points : [];
  const ends = endsOf(points.map(({ code, label = null }) => ({ code, label })));
  return `. Numbers only: read as ${ends}; check against the survey.`;
}

function listed(items: readonly string[]): string {
  const more = items.length > 4 ? ` and ${items.length - 4} more` : "";
  return `${items.length === 1 ? "item" : "items"} ${items.slice(0, 4).join(", ")}${more}`;
}

function verdictBlocks(
  { problems, following }: ShownInspection,
  { verdict, isPassedOn }: PageOptions,
): readonly Block[] {
  const { text, command, decide, exit } = verdict;
  const list = (found: readonly Problem[]): Block => ({
    kind: "list",
    items: found.map((one) => problemLine(one, isPassedOn)),
  });
  return [
    { kind: "heading", level: 2, text: "Verdict" },
    { kind: "paragraph", text, tone: exit === 0 ? "good" : exit === 4 ? "fair" : "poor" },
    ...(command === null ? [] : [{ kind: "preformatted" as const, text: command }]),
    ...(problems.length === 0 ? [] : [list(problems)]),
    ...(following.length === 0
      ? []
      : [{ kind: "paragraph" as const, text: "Once that is put right, these would follow:" }, list(following)]),
    ...(decide === null
      ? []
      : [
          { kind: "paragraph" as const, text: "To decide by hand which column and which text is what:" },
          { kind: "preformatted" as const, text: decide },
        ]),
  ];
}

/** "CSV021 error at staff.csv:1: what is wrong. What to do." */
function problemLine(problem: Problem, isPassedOn: boolean): string {
  const { code, severity, message, withoutText, help, suggestion, place } = problem;
  const at = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(":");
  const meant = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
  const what = isPassedOn ? (withoutText ?? message) : message;
  return `${severity} ${code}${at === "" ? "" : ` at ${at}`}: ${what}${meant}${help === undefined ? "" : ` ${help}`}`;
}
