import type { DialectName } from "../../response/table-head.ts";
import { createShelf } from "../../shelf/shelf.ts";
import { exportLines, type Simulation, WRITERS } from "../../simulation/export.ts";
import type { AnswerStyle, Writer } from "../../simulation/layout.ts";
import { USUAL } from "../../simulation/people.ts";
import { type Segment, surveyOf } from "../../simulation/survey.ts";
import { UsageError } from "../exit.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { write } from "../output.ts";
import { DEFAULT_SEED, wholeNumber } from "../settings.ts";
import { parseSegments, refuseItemNames } from "../survey/segments.ts";
import { tell } from "../survey/tell.ts";

/** Flags of `simulate` as commander gives them. */
export interface SimulateFlags {
  readonly framework: string;
  readonly n: string;
  readonly seed?: string;
  readonly dialect: DialectName;
  readonly audience?: string;
  readonly form?: string;
  readonly segment?: readonly string[];
  readonly answers?: AnswerStyle;
  readonly level?: string;
  readonly spread?: string;
  readonly missing?: string;
  readonly clean?: boolean;
}

const MOST_PEOPLE = 1_000_000;
/** Characters written at once. */
const PIECE = 1 << 16;

/** What people are asked about themselves unless the user says otherwise; known segments need no options. */
const SEGMENTS: readonly Segment[] = [
  { name: "department", options: ["Production", "Sales", "Service", "Logistics", "Finance"] },
  { name: "tenure", options: ["More than 5 years", "1 to 5 years", "Less than 1 year"] },
];

/** `simulate`: the export goes to standard output line by line, however many people there are. */
export async function runSimulate(host: Host, flags: SimulateFlags): Promise<void> {
  const simulation = simulationOf(flags);
  const segments = segmentsOf(flags.segment);
  const { framework, warnings } = await createShelf(host.root).framework(flags.framework);
  refuseItemNames(segments, framework);
  const survey = surveyOf(framework, { audience: flags.audience ?? null, form: flags.form ?? null, segments });
  await notes(host, warnings);
  const { people, crowd } = simulation;
  let told = "fewer people than asked";
  try {
    await writeLines(host, exportLines(survey, simulation));
    told = people === 1 ? "1 person" : `${people} people`;
  } finally {
    await tell(host, `Made-up answers of nobody: ${told}, seed ${crowd.seed}.\n`);
  }
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

function simulationOf(flags: SimulateFlags): Simulation {
  const writer: Writer = WRITERS[flags.dialect];
  return {
    people: peopleOf(flags.n),
    writer,
    answers: flags.answers ?? writer.usual,
    clean: flags.clean === true,
    crowd: {
      ...USUAL,
      seed: wholeNumber("--seed", flags.seed, { least: 0, otherwise: DEFAULT_SEED }),
      level: numberWithin("--level", flags.level, { most: 100, otherwise: USUAL.level }),
      spread: numberWithin("--spread", flags.spread, { most: 50, otherwise: USUAL.spread }),
      missing: numberWithin("--missing", flags.missing, { most: 60, otherwise: USUAL.missing * 100 }) / 100,
    },
  };
}

function peopleOf(raw: string): number {
  const people = /^\d{1,7}$/.test(raw) ? Number(raw) : 0;
  if (people >= 1 && people <= MOST_PEOPLE) return people;
  throw new UsageError(`--n ${raw}: give a whole number of people from 1 to ${MOST_PEOPLE}.`);
}

function numberWithin(flag: string, raw: string | undefined, rule: { most: number; otherwise: number }): number {
  if (raw === undefined) return rule.otherwise;
  const value = /^\d+(?:\.\d+)?$/.test(raw) ? Number(raw) : Number.NaN;
  if (value <= rule.most) return value;
  throw new UsageError(`${flag} ${raw}: give a number from 0 to ${rule.most}.`);
}

function segmentsOf(values: readonly string[] | undefined): readonly Segment[] {
  if (values === undefined) return SEGMENTS;
  return parseSegments(values).map(({ name, options }) => {
    const known = options.length > 0 ? options : SEGMENTS.find((one) => one.name === name.toLowerCase())?.options;
    if (known !== undefined) return { name, options: known };
    throw new UsageError(
      `--segment ${name}: there is nothing to choose from.`,
      `Name the groups, the largest first: --segment '${name}=Main works,Depot'`,
    );
  });
}
