import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import type { Grouping } from "../../../src/audit/grouping.ts";
import { inspect } from "../../../src/engines/inspection/inspect.ts";
import { type ScoreSettings, score } from "../../../src/pipeline.ts";
import { type Problem, ProblemsError } from "../../../src/problems/problem.ts";
import { segmentColumns } from "../../../src/response/asked/segments.ts";
import { DIALECTS, MARKED_ROWS } from "../../../src/response/table-head.ts";
import type { Shelf } from "../../../src/shelf/shelf.ts";
import type { Export } from "./corpus.ts";
import { isGzip, mutate } from "./mutate.ts";
import { createDice, type Dice } from "./random.ts";
import type { FuzzAnswer } from "./steps.ts";
import { isZip } from "./zip.ts";

/** Letters that no export holds: planted in the data rows, they may come out nowhere. */
const PLANTED = "zzqxplanted";

export interface FuzzCase {
  readonly files: readonly Export[];
  readonly settings: ScoreSettings;
  /** Something was planted below the header. */
  readonly planted: boolean;
}

/** Case number n: the same files and settings each time. frameworks: those an export was made for, the likeliest first. */
export function fuzzCase(
  n: number,
  exports: readonly [Export, ...Export[]],
  frameworksFor: (name: string) => readonly [string, ...string[]],
): FuzzCase {
  const dice = createDice(n);
  const base = dice.pick(exports);
  const planted = !isZip(base.bytes) && !isGzip(base.bytes) && dice.chance(0.2);
  const one = {
    name: `case.${base.name.split(".").at(-1)}`,
    bytes: mutate(base.bytes, dice.pick(exports).bytes, dice),
  };
  const first = planted ? { ...one, bytes: plant(base.bytes, dice) } : one;
  const frameworks = frameworksFor(base.name);
  const framework = dice.chance(0.9) ? frameworks[0] : dice.pick(frameworks);
  return {
    files: [first, ...(dice.chance(0.1) ? [{ name: "second.csv", bytes: base.bytes }] : [])],
    // A grouping's values are printed, where enough people share them.
    settings: { ...settingsOf(framework, dice), ...(planted ? { by: [], where: null, wave: null } : {}) },
    planted,
  };
}

/** Into cells of the second half, where no header is: answers nobody can read, and whatever else stands there. */
function plant(bytes: Buffer, dice: Dice): Buffer {
  const lines = bytes.toString("latin1").split("\n");
  const half = Math.ceil(lines.length / 2) + 3;
  const spoilt = lines.map((line, at) => {
    if (at < half || line.trim() === "" || line.includes('"')) return line;
    const cells = line.split(",");
    cells[dice.below(cells.length)] = PLANTED;
    return cells.join(",");
  });
  return Buffer.from(spoilt.join("\n"), "latin1");
}

function settingsOf(framework: string, dice: Dice): ScoreSettings {
  return {
    framework,
    ...namedColumns(dice),
    previous: null,
    // What is read is the question here; a tenth of the cases goes through every statistic.
    only: dice.chance(0.9) ? "scores" : null,
    id: dice.chance(0.1) ? "respondent" : null,
    audience: null,
    form: null,
    headcount: dice.chance(0.1) ? 400 : null,
    minGroup: 5,
    dialect: dice.chance(0.15) ? dice.pick(DIALECTS) : null,
    sheet: dice.chance(0.03) ? dice.pick(["1", "Sheet1", "Form1"]) : null,
    rules: {
      onUnknown: dice.chance(0.8) ? "missing" : "error",
      onRagged: dice.chance(0.8) ? "skip" : "error",
      onDuplicate: dice.pick(["keep", "keep", "first", "error"]),
      acceptGuesses: dice.chance(0.5),
      include: MARKED_ROWS.filter(() => dice.chance(0.3)),
      exclude: dice.chance(0.3) ? ["careless"] : [],
    },
    profiles: [],
    context: new Map(),
    figures: new Map(),
    effort: null,
    seed: 1,
    draws: 20,
    explain: null,
  };
}

const GROUPINGS: readonly Grouping[] = [
  { text: "department", kind: "single", columns: ["department"] },
  { text: "department,respondent", kind: "crossing", columns: ["department", "respondent"] },
  { text: "site/department", kind: "hierarchy", columns: ["site", "department"] },
];

/** Columns by which people are told apart, and their weights. */
function namedColumns(dice: Dice): Pick<ScoreSettings, "by" | "where" | "wave" | "weight"> {
  return {
    by: GROUPINGS.filter(() => dice.chance(0.05)),
    where: dice.chance(0.03)
      ? { text: "department != x", columns: ["department"], test: (cellOf) => cellOf("department") !== "x" }
      : null,
    wave: dice.chance(0.03) ? "department" : null,
    weight: dice.chance(0.03) ? "respondent" : null,
  };
}

/** Looks through a case, which nothing may stop, and says what is wrong with what was found. */
export async function tryInspect({ files, settings }: FuzzCase, shelf: Shelf): Promise<readonly string[]> {
  const inputs = files.map(({ name, bytes }) => ({ name, open: () => Readable.from(pieces(bytes)) }));
  const { framework } = await shelf.framework(settings.framework);
  try {
    const { ledger, problems, whole } = await inspect(
      { named: framework },
      { ...settings, segments: segmentColumns(settings), inputs },
    );
    const errors = problems.filter(({ severity }) => severity === "error");
    const excluded = Object.values(ledger?.excluded ?? {}).reduce((sum, rows) => sum + rows, 0);
    return [
      ...wrongWithAll(problems, files),
      ...(ledger !== null && ledger.read !== excluded + ledger.scored ? ["inspect loses rows"] : []),
      ...(whole !== null && errors.length > 0 ? ["inspect would score what has errors"] : []),
    ];
  } catch (error) {
    return [`inspect: ${(error as Error).stack}`];
  }
}

/** Scores a case, and says what is wrong with how that ended. Bytes come in pieces, as from a pipe. */
export async function tryCase({ files, settings, planted }: FuzzCase, shelf: Shelf): Promise<FuzzAnswer> {
  const inputs = files.map(({ name, bytes }) => ({ name, open: () => Readable.from(pieces(bytes)) }));
  const done = (scored: boolean, complaints: readonly string[]): FuzzAnswer => ({ scored, complaints });
  try {
    const { audit, warnings } = await score({ ...settings, inputs }, { shelf, open: () => Readable.from([]) });
    const { source: _, ...rest } = audit;
    return done(true, [
      ...conserved(audit.asked.flow),
      ...wrongWithAll(warnings, files),
      ...(planted && JSON.stringify(rest).includes(PLANTED) ? ["the audit holds a text from a cell"] : []),
    ]);
  } catch (error) {
    if (!(error instanceof ProblemsError)) return done(false, [`a defect: ${(error as Error).stack}`]);
    const { problems } = error;
    return done(false, [
      ...(problems.length === 0 ? ["refused without a problem"] : []),
      ...wrongWithAll(problems, files),
    ]);
  }
}

function pieces(bytes: Buffer): readonly Buffer[] {
  const size = 997;
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

function conserved(flow: readonly { readonly step: string; readonly rows: number }[]): readonly string[] {
  const [read, ...rest] = flow.map(({ rows }) => rows);
  const sum = rest.reduce((all, rows) => all + rows, 0);
  return read === sum ? [] : [`${read} rows read, but ${sum} accounted for`];
}

/** Several of one kind say once what to do. */
function wrongWithAll(problems: readonly Problem[], files: readonly Export[]): readonly string[] {
  const helped = new Set(problems.filter(({ help = "" }) => help.trim() !== "").map(({ code }) => code));
  return [
    ...problems
      .filter(({ code }) => !helped.has(code))
      .map(({ code, message }) => `no help at all: ${code} ${message}`),
    ...problems.flatMap((problem) => wrongWith(problem, files)),
  ];
}

function wrongWith(problem: Problem, files: readonly Export[]): readonly string[] {
  const { code, message, place } = problem;
  const file = files.find(({ name }) => name === place?.file);
  const complaints = [
    ...(/^[A-Z]{2,3}\d{3}$/.test(code) ? [] : ["no code"]),
    ...(message.trim() === "" ? ["no message"] : []),
    ...(/undefined|NaN|\[object|null/.test(message.replaceAll(/"[^"]*"|“[^”]*”/g, ""))
      ? ["a hole in the message"]
      : []),
    ...(place !== undefined && file === undefined ? [`a place in another file: ${place.file}`] : []),
    ...(file !== undefined && !isInside(place?.line ?? 1, file.bytes)
      ? [`line ${place?.line} is not in the file`]
      : []),
  ];
  return complaints.map((complaint) => `${complaint}: ${code} ${message.slice(0, 300)}`);
}

function isInside(line: number, bytes: Buffer): boolean {
  if (!Number.isInteger(line) || line < 1) return false;
  if (isZip(bytes) || bytes[0] === 0x50) return line <= 1_048_576;
  return line <= linesIn(isGzip(bytes) ? unpacked(bytes) : bytes);
}

/** Line ends as bytes: never too few, in no encoding. */
function linesIn(bytes: Buffer): number {
  return 1 + bytes.reduce((lines, byte) => lines + (byte === 10 || byte === 13 ? 1 : 0), 0);
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    return Buffer.alloc(1_048_576, "\n");
  }
}
