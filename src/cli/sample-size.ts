import type { Framework } from "../framework/types.ts";
import { capital } from "../problems/capital.ts";
import { exact } from "../render/numbers.ts";
import { scoreName } from "../render/sections/reading.ts";
import type { Block, Fact, Sheet, TableRow } from "../render/sheet.ts";
import { listWords } from "../render/words.ts";
import { FIXED_MINIMUMS, type SampleSize, sampleSizes, TYPICAL_SPREADS } from "../statistics/detectable.ts";
import { peopleNeeded } from "../statistics/drivers.ts";

const [SMALL_SPREAD, TYPICAL, LARGE_SPREAD] = TYPICAL_SPREADS;

/** How many answers a survey with this framework needs, and for what. */
export function sampleSizeSheet(framework: Framework): Sheet {
  return {
    title: `${framework.title}: how many answers are needed`,
    maker: `${framework.id} ${framework.version}`,
    blocks: framework.unit === "person" ? ofPeople(framework) : ofAssessments(),
  };
}

function ofAssessments(): readonly Block[] {
  return [
    {
      kind: "paragraph",
      text: "One assessment is enough: a row of this framework is filled in for a whole organisation, room or self, and its score is that assessment, not an average of people. More of them are counted together without an interval.",
    },
  ];
}

function ofPeople(framework: Framework): readonly Block[] {
  const sizes = sampleSizes({ sd: TYPICAL });
  const score = `the ${scoreName(framework.reading)}`;
  return [
    {
      kind: "paragraph",
      text: "Answers, not invitations: where half of those asked answer, ask twice as many. Those who keep silent may think otherwise, and no number of answers makes up for that.",
    },
    { kind: "heading", level: 2, text: `To know where ${score} stands` },
    marginTable(sizes),
    { kind: "heading", level: 2, text: "To find a change, or a difference between two groups" },
    changeTable(),
    {
      kind: "paragraph",
      text: "Answers in each of the two. A change of this size is then found in 8 of 10 such surveys; a smaller one mostly is not. The same people with an id (--previous) need fewer.",
    },
    { kind: "heading", level: 2, text: "For results to be shown at all" },
    { kind: "facts", rows: minimums(framework) },
    { kind: "heading", level: 2, text: "What is assumed" },
    { kind: "list", items: assumptions(score) },
  ];
}

/** Populations down, margins across. */
function marginTable(sizes: readonly SampleSize[]): Block {
  const margins = sizes.filter(({ purpose }) => purpose === "margin");
  const widths = [...new Set(margins.map(({ points }) => points))].sort((a, b) => b - a);
  const rows = [...new Set(margins.map(({ population }) => population))].map((population): TableRow => {
    const answers = widths.map(
      (points) => margins.find((one) => one.points === points && one.population === population)?.answers ?? null,
    );
    return [
      population === null ? "any number" : exact(population),
      ...answers.map((one) => (one === null ? "–" : exact(one))),
    ];
  });
  return {
    kind: "table",
    columns: [
      { title: "Of so many people" },
      ...widths.map((points) => ({ title: `within ${exact(points)} points`, align: "right" as const, wrapTo: 9 })),
    ],
    rows,
  };
}

/** Changes down, spreads across. */
function changeTable(): Block {
  const bySpread = TYPICAL_SPREADS.map((sd) => sampleSizes({ sd }).filter(({ purpose }) => purpose === "change"));
  const changes = [...new Set(bySpread.flatMap((sizes) => sizes.map(({ points }) => points)))].sort((a, b) => b - a);
  return {
    kind: "table",
    columns: [
      { title: "Of so many points" },
      ...TYPICAL_SPREADS.map((sd, at) => ({
        title: `${["people much alike", "as is usual", "people far apart"][at] ?? "people"} (SD ${exact(sd)})`,
        align: "right" as const,
        wrapTo: 9,
      })),
    ],
    rows: changes.map((points) => [
      exact(points),
      ...bySpread.map((sizes) => exact(sizes.find((one) => one.points === points)?.answers ?? 0)),
    ]),
  };
}

function minimums({ dimensions, outcomes }: Framework): readonly Fact[] {
  const { group, detail, reliability, drivers: fewest, perPredictor } = FIXED_MINIMUMS;
  const predictors = dimensions.filter(({ optional }) => !optional).length;
  const optional = dimensions.length > predictors ? " that is not optional" : "";
  const drivers: readonly Fact[] =
    outcomes.length === 0
      ? []
      : [
          {
            label: `${exact(peopleNeeded(predictors))} answers`,
            text: `what goes with ${listWords(
              outcomes.map(({ title }) => title),
              "and",
            )}: from people with every dimension${optional} (${exact(perPredictor)} for each of ${exact(predictors)}, and never under ${exact(fewest)})`,
          },
        ];
  return [
    {
      label: `${exact(group)} answers`,
      text: "a group's scores, so that nobody can be told by them (--min-group); smaller groups are put together",
    },
    { label: `${exact(detail)} answers`, text: "single questions and how answers are spread over them" },
    {
      label: `${exact(reliability)} answers`,
      text: "whether the questions of a dimension measure one thing (reliability)",
    },
    ...drivers,
  ];
}

function assumptions(score: string): readonly string[] {
  return [
    `${capital(score)} differs between people by a standard deviation of ${exact(TYPICAL)} points, as is usual; of people much alike ${exact(SMALL_SPREAD)}, far apart ${exact(LARGE_SPREAD)}. A report shows the spread you really have.`,
    "Within so many points: the 95 % interval reaches no further to either side. Where nearly all of a few people answer, fewer are needed, and the first table counts on that; a change is never of these people alone, so that it cannot.",
    "Each group wants as many answers as the whole: three groups to be compared take three times the number.",
  ];
}
