import type { Audit, Drag, DragCandidate } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { compositeValue, count, mean, points } from "../numbers.ts";
import type { Block } from "../sheet.ts";

import { formatOf, READING_WORDS, scoreName, shownIndex } from "./reading.ts";

/** Where a headline has many components, the small ones are left to the JSON. */
const MOST = 6;
/** So are those that gain less than this share of what the first does. */
const LEAST_SHARE = 1 / 3;

/** What weighs most on the headline: what it would be with one component at its target, the others as they are. */
export function dragBlocks({ drag, overall, framework }: Audit): readonly Block[] {
  const composite = overall?.composites.find(({ id }) => id === drag?.composite);
  if (drag === null || composite === undefined) return [];
  const { reading } = framework;
  const candidates = largest(drag);
  const format = formatOf(reading, composite);
  const digits = alike([drag.now, ...candidates].map(({ index }) => format(shownIndex(reading, index)))) ? 1 : 0;
  const result = (index: number) => format(shownIndex(reading, index), digits);
  return [
    { kind: "heading", level: 3, text: READING_WORDS[reading].drag },
    {
      kind: "paragraph",
      text: `With one component at its target and the others as they are, the ${scoreName(reading)} of ${result(drag.now.index)} would become${leftOut(drag, candidates, READING_WORDS[reading].gain)}:`,
    },
    {
      kind: "table",
      columns: [
        { title: "Component", wrapTo: 12 },
        { title: "Mean now", align: "right" },
        { title: "At target", align: "right" },
        { title: "Gives", align: "right" },
        { title: capital(scoreName(reading)), align: "right" },
        { title: "Change", align: "right" },
      ],
      rows: candidates.map((candidate) => [
        candidate.dimension === drag.component
          ? { text: `${candidate.title} (most)`, tone: "strong" as const }
          : candidate.title,
        mean(candidate.mean),
        mean(candidate.meanAtTarget),
        compositeValue(composite)(candidate.value),
        result(candidate.index),
        points(reading === "load" ? -candidate.gain : candidate.gain, digits),
      ]),
    },
  ];
}

/** Candidates stand largest gain first. */
function largest({ candidates }: Drag): readonly DragCandidate[] {
  const least = (candidates[0]?.gain ?? 0) * LEAST_SHARE;
  return candidates.slice(0, MOST).filter(({ gain }) => gain >= least);
}

function alike(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}

function leftOut({ candidates }: Drag, shown: readonly DragCandidate[], gain: string): string {
  if (shown.length === candidates.length) return "";
  return shown.length === 1 ? ` (the largest ${gain})` : ` (the ${count(shown.length)} largest ${gain}s)`;
}
