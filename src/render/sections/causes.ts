import type { Audit, CauseLoop, Causes, SymptomCauses } from "../../audit/types.ts";
import { mean } from "../numbers.ts";
import type { Block, Entry, Fact } from "../sheet.ts";
import { LINK_STRENGTH } from "../words.ts";
import { besideLimits, READING_WORDS, type Reading, scoreName, shownIndex } from "./reading.ts";

/** Which weak dimensions feed which, along the framework's declared links, and where they run in a circle. */
export function causesSection(audit: Audit, causes: Causes): readonly Block[] {
  if (causes.symptoms.length === 0 && causes.loops.length === 0) return [];
  const { reading } = audit.framework;
  const labels = blockLabels(audit);
  return [
    { kind: "heading", level: 2, text: "What feeds what" },
    {
      kind: "paragraph",
      tone: "quiet",
      text: `Links the framework declares from theory, between dimensions with ${READING_WORDS[reading].low} here. They say where to look first; the answers do not prove them. Pull = strength of the link (1 to 3) × gap of the cause to its target / 100.`,
    },
    ...causes.symptoms.map((symptom) =>
      symptomEntry(symptom, { reading, label: labels.get(symptom.dimension) ?? STANDS_OUT }),
    ),
    ...causes.loops.map((loop) => loopEntry(reading, loop)),
  ];
}

/** The words above the list speak of 50, which all those named here are on the bad side of. */
function weakScore(reading: Reading, index: number): string {
  return besideLimits(reading, [50])(shownIndex(reading, index));
}

/** What feeds others may be fed itself: it is called what its block is called, not a symptom. */
const STANDS_OUT = "Fed by others";

/** "Roots close to hand:" of every dimension in a block. */
function blockLabels({ framework, overall }: Audit): ReadonlyMap<string, string> {
  const titles = new Map(framework.blocks.map(({ id, title }) => [id, title]));
  const labelled = (overall?.dimensions ?? []).flatMap(({ id, block }): readonly (readonly [string, string])[] => {
    const title = block === null ? undefined : titles.get(block);
    return title === undefined ? [] : [[id, title]];
  });
  return new Map(labelled);
}

function symptomEntry(
  symptom: SymptomCauses,
  { reading, label }: { readonly reading: Reading; readonly label: string },
): Entry {
  return {
    kind: "entry",
    lead: { text: label, tone: "fair" },
    title: `${symptom.title}, ${scoreName(reading)} ${weakScore(reading, symptom.index)}`,
    aside: null,
    facts: symptom.causes.length === 0 ? [NO_CAUSE] : symptom.causes.map((cause) => causeFact(reading, cause)),
  };
}

const NO_CAUSE: Fact = {
  label: "",
  text: "None of the causes the framework declares for it stands out here: look elsewhere.",
};

function causeFact(reading: Reading, cause: SymptomCauses["causes"][number]): Fact {
  const numbers = `${scoreName(reading)} ${weakScore(reading, cause.index)} (${LINK_STRENGTH[cause.strength]}, pull ${mean(cause.pull)})`;
  return { label: "← fed by", text: `${cause.title}, ${numbers}: ${cause.because}` };
}

function loopEntry(reading: Reading, { members, because }: CauseLoop): Entry {
  const names = members.map(({ title, index }) => `${title} ${weakScore(reading, index)}`);
  const [first] = members;
  return {
    kind: "entry",
    lead: { text: "Circle", tone: "poor" },
    title: [...names, first?.title ?? ""].join(" → "),
    aside: null,
    facts: because.map((text) => ({ label: "→", text })),
  };
}
