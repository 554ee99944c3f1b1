/** Staged maturity: how far every strand has come, and what keeps it from the next level. */
import type { Audit, CompositeResult, LadderResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { chance, count, mean, score } from "../numbers.ts";
import type { Block, Table, TableRow } from "../sheet.ts";
import { listWords } from "../words.ts";
import { cellOf, leadOf } from "./audiences.ts";
import { applicable, isAlone, NOT_APPLICABLE } from "./columns.ts";
import { wordingNote } from "./items.ts";
import { ALONE, ladderPicture, rungWord, strandMatrix } from "./ladder-strands.ts";
import {
  doneWord,
  everyonesLadder,
  knownLevel,
  ladderOwner,
  levelName,
  lowestTitles,
  lowWords,
  overallWords,
  ruleWords,
} from "./ladder-words.ts";
import { shownIndex } from "./reading.ts";

/** How far everyone has come, or each audience where they are told apart, and what blocks the next level. */
export function ladderSection(audit: Audit): readonly Block[] {
  const everyone = everyonesLadder(audit);
  const own = audit.ladders.filter(({ path }) => path.length > 0);
  const shown = everyone === null ? own : [everyone];
  const [first] = shown;
  if (first === undefined) return [];
  return [
    { kind: "heading", level: 2, text: first.title },
    ...shown.flatMap((ladder) => standingBlocks(audit, ladder)),
    { kind: "list", tone: "quiet", items: [ruleWords(first), ...aloneNote(shown), ...levelNotes(first)] },
    ...shown.flatMap((ladder) => blockingBlocks(audit, ladder)),
    ...audienceBlocks(own.length > 1 || everyone !== null ? own : []),
  ];
}

function standingBlocks(audit: Audit, ladder: LadderResult): readonly Block[] {
  const low = lowWords(ladder);
  return [
    { kind: "paragraph", tone: "strong", text: `${ladderOwner(ladder)}${overallWords(ladder)}` },
    ...(low === null ? [] : [{ kind: "paragraph", text: low } as const]),
    ...heldBlocks(audit, ladder),
    ladder.strands.length === 1 ? stageTable(audit, ladder) : strandMatrix(audit, ladder),
    ladderPicture(audit, ladder),
  ];
}

/** What the first level that is missing leaves of a composite that goes by the ladder. */
function heldBlocks(audit: Audit, { levels, word, overall, path: [audience] }: LadderResult): readonly Block[] {
  const lead = leadOf(audit, audience === undefined ? audit.overall : cellOf(audit, { id: audience }));
  const next = overall === null ? undefined : levels[overall];
  if (lead === null || next === undefined || next.cap === null || overall === null) return [];
  const cap = score(shownIndex(audit.framework.reading, next.cap));
  const until = `until ${word} ${count(overall + 1)}, ${next.title}, is ${doneWord(word)}: later work is not believed without the earlier.`;
  const held = isHeld(lead, next.cap);
  const bound = audit.framework.reading === "load" ? "at least" : "at most";
  return [{ kind: "paragraph", text: `${lead.title} is ${held ? "held at" : bound} ${cap} ${until}` }];
}

/** A cap is met to the digit: a score that happens to lie there is held by it as well. */
function isHeld({ index }: CompositeResult, cap: number): boolean {
  return index.kind === "estimate" && Math.abs(index.value - cap) < ROUNDING;
}

const ROUNDING = 1e-9;

function aloneNote(ladders: readonly LadderResult[]): readonly string[] {
  const strands = ladders.flatMap((ladder) => ladder.strands);
  const some = strands.some((one) => one.rungs.some(({ met }, at) => met === true && knownLevel(one) <= at));
  const word = ladders[0]?.word ?? "level";
  return some
    ? [`${ALONE}: its own practices would do, but a ${word} before it is not ${doneWord(word)} or not known.`]
    : [];
}

function levelNotes({ levels }: LadderResult): readonly string[] {
  return levels.flatMap(({ title, about }) => (about === null ? [] : [`${title}: ${about}`]));
}

/** Stages of a single strand, one under another. */
function stageTable(audit: Audit, { levels, strands, word }: LadderResult): Table {
  const [strand] = strands;
  const rows = levels.map(({ title, cap }, at): TableRow => {
    const rung = strand?.rungs[at];
    const average = rung === undefined || rung.mean === null ? NOT_APPLICABLE : mean(rung.mean);
    const said = strand ? rungWord(audit, { strand, word }, at) : NOT_APPLICABLE;
    const most = cap === null ? NOT_APPLICABLE : score(shownIndex(audit.framework.reading, cap));
    return [count(at + 1), title, said, average, most];
  });
  return applicable({
    kind: "table",
    columns: [
      { title: capital(word), align: "right" },
      { title: "Title", wrapTo: 16 },
      { title: "Is" },
      { title: "Mean", align: "right" },
      { title: "Until then at most", align: "right", wrapTo: 10 },
    ],
    rows,
  });
}

/** The practices that keep strands from the level after the overall one. */
function blockingBlocks(audit: Audit, ladder: LadderResult): readonly Block[] {
  const { overall, levels, strands, word } = ladder;
  const next = overall === null ? undefined : levels[overall];
  if (overall === null || next === undefined) return [];
  const told = strands.flatMap((strand) =>
    strand.rungs
      .slice(0, overall + 1)
      .flatMap((rung, at) =>
        rung.blocking.flatMap((one) =>
          practicesOf(audit, one, ladder).map((practice) => ({ strand, area: one, level: at + 1, practice })),
        ),
      ),
  );
  const single = strands.length === 1;
  const rows = told.map(({ strand, area, level, practice }): TableRow => {
    const n = isAlone(audit) ? NOT_APPLICABLE : count(practice.n);
    const whose = single ? (practice.isItem ? area.title : NOT_APPLICABLE) : strand.title;
    return [whose, count(level), practice.title, mean(practice.mean), n];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: "heading",
      level: 3,
      text: `${ladderOwner(ladder)}What keeps ${word} ${count(overall + 1)}, ${next.title}, from being ${doneWord(word)}`,
    },
    // Titles of dimensions are the same for everyone, wordings of questions are not.
    ...(told.some(({ practice }) => practice.isItem) ? wordingNote(audit) : []),
    applicable({
      kind: "table",
      leading: 1,
      columns: [
        { title: single ? "Area" : "Strand", wrapTo: 16 },
        { title: capital(word), align: "right" },
        { title: "Practice", wrapTo: 20 },
        { title: "Mean", align: "right" },
        { title: "n", align: "right" },
      ],
      rows,
    }),
  ];
}

interface Practice {
  readonly title: string;
  readonly mean: number;
  readonly n: number;
  readonly isItem?: boolean;
}

/** The practices of a blocking dimension that fall short, lowest first; itself where they are one, or may not be shown. */
function practicesOf(
  { items }: Audit,
  one: Practice & { readonly dimension: string },
  { path, reached: { mean: enough } }: LadderResult,
): readonly Practice[] {
  // Items are told of everyone alone.
  const own = (path.length > 0 ? [] : items).filter(
    ({ dimension, reverse }) => dimension === one.dimension && !reverse,
  );
  const shown = own.flatMap(({ text, mean: said }): readonly Practice[] =>
    said.kind === "estimate" && said.value < enough ? [{ title: text, mean: said.value, n: said.n, isItem: true }] : [],
  );
  return own.length < 2 || shown.length === 0 ? [one] : [...shown].sort((a, b) => a.mean - b.mean);
}

function audienceBlocks(ladders: readonly LadderResult[]): readonly Block[] {
  if (ladders.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "By audience" },
    applicable({
      kind: "table",
      leading: 1,
      columns: [
        { title: "Audience", wrapTo: 12 },
        { title: capital(ladders[0]?.word ?? "level"), wrapTo: 18 },
        { title: "Same in draws", align: "right", wrapTo: 8 },
        { title: "Lowest", wrapTo: 18 },
      ],
      rows: ladders.map((ladder): TableRow => {
        const lowest = ladder.weakest === null ? lowestTitles(ladder) : [ladder.weakest.title];
        return [
          ladder.label,
          levelName(ladder, ladder.overall),
          ladder.firm === null ? NOT_APPLICABLE : chance(ladder.firm),
          lowest.length === 0 ? NOT_APPLICABLE : listWords(lowest, "and"),
        ];
      }),
    }),
  ];
}
