import type { Audit } from "../../audit/types.ts";
import { compositeValue, count, mean, points, score } from "../numbers.ts";
import type { Block } from "../sheet.ts";
import { sentence } from "../words.ts";
import { READING_WORDS, scoreName, shownIndex } from "./reading.ts";

/** Where a headline has many components, the small ones are left to the JSON. */
const MOST = 6;

/** What weighs most on the headline: what it would be with one component at its target, the others as they are. */
export function dragBlocks({ drag, overall, framework }: Audit): readonly Block[] {
  const composite = overall?.composites.find(({ id }) => id === drag?.composite);
  if (drag === null || composite === undefined) return [];
  const { reading } = framework;
  const gain = (value: number) => points(reading === "load" ? -value : value);
  return [
    { kind: "heading", level: 3, text: READING_WORDS[reading].drag },
    {
      kind: "paragraph",
      text: `With one component at its target and the others as they are, the ${scoreName(reading)} of ${score(shownIndex(reading, drag.now.index))} would become${drag.candidates.length > MOST ? ` (the ${count(MOST)} largest ${READING_WORDS[reading].gains})` : ""}:`,
    },
    {
      kind: "table",
      columns: [
        { title: "Component", wrapTo: 12 },
        { title: "Mean now", align: "right" },
        { title: "At target", align: "right" },
        { title: "Gives", align: "right" },
        { title: sentence(scoreName(reading)), align: "right" },
        { title: "Change", align: "right" },
      ],
      rows: drag.candidates
        .slice(0, MOST)
        .map((candidate) => [
          candidate.dimension === drag.component
            ? { text: `${candidate.title} (most)`, tone: "strong" as const }
            : candidate.title,
          mean(candidate.mean),
          mean(candidate.meanAtTarget),
          compositeValue(composite)(candidate.value),
          score(shownIndex(reading, candidate.index)),
          gain(candidate.gain),
        ]),
    },
  ];
}
