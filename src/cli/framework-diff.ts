import type { FrameworkDiff, ScoreVerdict } from "../framework/diff.ts";
import type { DiffChange, DiffGroup, FieldChange } from "../framework/diff-changes.ts";
import type { Block, Sheet, TableRow, Tone } from "../render/sheet.ts";
import { plural } from "../render/words.ts";
import { version } from "../version.ts";

const TONES: Readonly<Record<ScoreVerdict["verdict"], Tone>> = {
  comparable: "good",
  "comparable with care": "fair",
  "not comparable": "poor",
};

/**
 * What the author has to do: two texts under one version, not every score of which is the same measure, are told apart by
 * nobody who meets the version. Null where there is nothing to do.
 */
export function raiseVersion({ before, after, verdicts }: FrameworkDiff): string | null {
  const broken = verdicts.filter(({ verdict }) => verdict === "not comparable").length;
  if (broken === 0 || before.id !== after.id || before.version !== after.version) return null;
  const scores = broken === 1 ? "a score that is" : `${broken} scores that are`;
  return `Raise \`version\` in the later file: both say ${after.version}, with ${scores} not comparable.`;
}

/** A difference of two frameworks as a page: first what may still be compared, then everything that has changed. */
export function diffSheet(diff: FrameworkDiff, names: { readonly before: string; readonly after: string }): Sheet {
  const { before, after, groups, verdicts } = diff;
  const advice = raiseVersion(diff);
  const total = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  return {
    title: `${after.title}: what is different`,
    maker: `trust-audit ${version}`,
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: "Before", text: `${names.before}: ${before.id} ${before.version}` },
          { label: "After", text: `${names.after}: ${after.id} ${after.version}` },
        ],
      },
      { kind: "heading", level: 2, text: "Which scores may be compared" },
      ...(advice === null ? [] : [{ kind: "paragraph" as const, tone: "strong" as const, text: advice }]),
      verdictTable(verdicts),
      { kind: "heading", level: 2, text: "What has changed" },
      {
        kind: "paragraph",
        text: total === 0 ? "Nothing." : `${plural(total, "change", "changes")}, by part of the framework.`,
      },
      ...groups.flatMap(groupBlocks),
    ],
  };
}

function verdictTable(verdicts: readonly ScoreVerdict[]): Block {
  const rows = (of: ScoreVerdict["of"]): readonly TableRow[] =>
    verdicts
      .filter((one) => one.of === of)
      .map(({ title, verdict, reasons }) => [title, { text: verdict, tone: TONES[verdict] }, reasons.join("; ")]);
  return {
    kind: "table",
    columns: [
      { title: "Score", wrapTo: 14 },
      { title: "Verdict", wrapTo: 12 },
      { title: "Why", wrapTo: 16 },
    ],
    rows: [{ heading: "Dimensions" }, ...rows("dimension"), { heading: "Composites" }, ...rows("composite")],
  };
}

function groupBlocks({ title, changes }: DiffGroup): readonly Block[] {
  return [
    { kind: "heading", level: 3, text: title },
    { kind: "list", items: changes.flatMap(changeLines) },
  ];
}

function changeLines({ kind, id, fields }: DiffChange): readonly string[] {
  return kind === "changed" ? fields.map((field) => fieldLine(id, field)) : [`${id}: ${kind}`];
}

/** "R1 text.customers: “They keep promises.” → “They keep their word.”" */
function fieldLine(id: string, { field, before, after }: FieldChange): string {
  const name = field === "" ? id : `${id}, ${field}`;
  if (before === null) return `${name}: now “${after ?? ""}”`;
  return after === null ? `${name}: no longer “${before}”` : `${name}: “${before}” → “${after}”`;
}
