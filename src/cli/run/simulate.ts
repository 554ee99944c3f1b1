import type { Framework } from "../../framework/types.ts";
import type { DialectName } from "../../response/table-head.ts";
import { createShelf } from "../../shelf/shelf.ts";
import { frameworkUnder } from "../../shelf/under.ts";
import { assessed, assessmentsOf, type Crowded } from "../../simulation/assessments.ts";
import { exportLines, type Simulation, WRITERS } from "../../simulation/export.ts";
import type { AnswerStyle, Writer } from "../../simulation/layout.ts";
import { mixtureOf } from "../../simulation/mixture.ts";
import { createPeople, USUAL } from "../../simulation/people.ts";
import { type Asked, type Segment, surveyOf } from "../../simulation/survey.ts";
import { UsageError } from "../exit.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { write } from "../output.ts";
import { DEFAULT_SEED, wholeNumber } from "../settings.ts";
import { type Crowd, crowdOf, numberWithin, type PartFlags, partsOf } from "../simulate/parts.ts";
import { profilesOf } from "../survey/new-survey.ts";
import { parseSegments, refuseItemNames } from "../survey/segments.ts";
import { tell } from "../survey/tell.ts";

/** Flags of `simulate` as commander gives them. */
export interface SimulateFlags extends PartFlags {
  readonly framework: string;
  readonly seed?: string;
  readonly dialect: DialectName;
  readonly form?: string;
  readonly profile?: readonly string[];
  readonly segment?: readonly string[];
  readonly answers?: AnswerStyle;
  readonly spread?: string;
  readonly missing?: string;
  readonly clean?: boolean;
}

/** Characters written at once. */
const PIECE = 1 << 16;

/** What people are asked about themselves unless the user says otherwise; known segments need no options. */
const SEGMENTS: readonly Segment[] = [
  { name: "department", options: ["Production", "Sales", "Service", "Logistics", "Finance"] },
  { name: "tenure", options: ["More than 5 years", "1 to 5 years", "Less than 1 year"] },
];

/** `simulate`: the export goes to standard output line by line, however many people there are. */
export async function runSimulate(host: Host, flags: SimulateFlags): Promise<void> {
  const crowd = crowdOf(flags);
  const simulation = simulationOf(flags, crowd);
  const profiles = profilesOf(flags.profile);
  const { framework, warnings } = await frameworkUnder(createShelf(host.root), flags.framework, profiles);
  const segments = segmentsOf(flags.segment, assessed(framework) === null ? SEGMENTS : []);
  refuseItemNames(segments, framework);
  const lines = linesOf(framework, { crowd, simulation, asked: { form: flags.form ?? null, segments } });
  await notes(host, warnings);
  let told = "fewer people than asked";
  try {
    await writeLines(host, lines);
    told = rowsWords(framework, crowd.people);
  } finally {
    await tell(host, `Made-up answers of nobody: ${told}, seed ${simulation.crowd.seed}.\n`);
  }
}

function rowsWords(framework: Framework, rows: number): string {
  if (assessed(framework) !== null) return rows === 1 ? "1 assessment" : `${rows} assessments`;
  return rows === 1 ? "1 person" : `${rows} people`;
}

/** Throws ProblemsError (SC001, SM001) before the first line. */
function linesOf(
  framework: Framework,
  { crowd, simulation, asked }: { crowd: Crowd; simulation: Simulation; asked: Omit<Asked, "audience"> },
): Iterable<string> {
  const word = assessed(framework);
  const crowded = crowdedOf(framework, crowd, asked);
  const { survey, people } = word === null ? crowded : assessmentsOf(word, crowded);
  return exportLines(survey, word === null ? simulation : { ...simulation, clean: true }, people);
}

function crowdedOf(framework: Framework, crowd: Crowd, asked: Omit<Asked, "audience">): Crowded {
  const parts = partsOf(framework, crowd);
  if (parts !== null) return mixtureOf(framework, parts, asked);
  const survey = surveyOf(framework, { ...asked, audience: crowd.audience });
  return { survey, people: (options) => createPeople(survey, options) };
}

async function writeLines(host: Host, lines: Iterable<string>): Promise<void> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    await write(host.stdout, piece);
    piece = "";
  }
  await write(host.stdout, piece);
}

function simulationOf(flags: SimulateFlags, { people, level }: Crowd): Simulation {
  const writer: Writer = WRITERS[flags.dialect];
  return {
    people,
    writer,
    answers: flags.answers ?? writer.usual,
    clean: flags.clean === true,
    crowd: {
      ...USUAL,
      level,
      seed: wholeNumber("--seed", flags.seed, { least: 0, otherwise: DEFAULT_SEED }),
      spread: numberWithin("--spread", flags.spread, { most: 50, otherwise: USUAL.spread }),
      missing: numberWithin("--missing", flags.missing, { most: 60, otherwise: USUAL.missing * 100 }) / 100,
    },
  };
}

function segmentsOf(values: readonly string[] | undefined, usual: readonly Segment[]): readonly Segment[] {
  if (values === undefined) return usual;
  return parseSegments(values).map(({ name, options }) => {
    const known = options.length > 0 ? options : SEGMENTS.find((one) => one.name === name.toLowerCase())?.options;
    if (known !== undefined) return { name, options: known };
    throw new UsageError(
      `--segment ${name}: there is nothing to choose from.`,
      `Name the groups, the largest first: --segment '${name}=Main works,Depot'`,
    );
  });
}
