import type { Framework } from "../../framework/types.ts";
import { buildInstrument } from "../../instrument/build.ts";
import type { Instrument } from "../../instrument/instrument.ts";
import { TARGETS, type Target } from "../../instrument/target-names.ts";
import { writeInstrument } from "../../instrument/targets.ts";
import { planInterview } from "../../interview/plan.ts";
import { createShelf } from "../../shelf/shelf.ts";
import { UsageError } from "../exit.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { type OutputTarget, writeOutputs } from "../output.ts";
import { refuseOverwriting } from "../paths.ts";
import { parseSegments } from "../survey/segments.ts";
import { setupOf } from "../survey/setup.ts";
import type { PaperFlags } from "./paper.ts";

export interface InstrumentFlags extends PaperFlags {
  readonly to: string;
  readonly language?: string;
}

/** `frameworks export ID --to TARGET`: the questionnaire for a survey tool, or a codebook for statistics software. */
export async function runInstrument(host: Host, reference: string, { to, ...flags }: InstrumentFlags): Promise<void> {
  const target = TARGETS.find((one) => one === to);
  if (target === undefined)
    throw new UsageError(`--to ${to}: there is no such shape.`, `Shapes: ${TARGETS.join(", ")}.`);
  const output = outputOf(target, flags.output ?? []);
  const { framework, file, warnings } = await createShelf(host.root).framework(reference);
  refuseOverwriting([file], [output]);
  const text = writeInstrument(target, instrumentOf(framework, reference, flags), framework);
  await notes(host, warnings);
  await writeOutputs(host, [{ target: output, text }]);
}

function instrumentOf(framework: Framework, reference: string, flags: Omit<InstrumentFlags, "to">): Instrument {
  const segments = parseSegments(flags.segment ?? []);
  const asking = { framework: reference, audience: flags.audience ?? null, form: flags.form ?? null, segments };
  const seating = framework.unit === "person" ? ({ kind: "sheets" } as const) : ({ kind: "one" } as const);
  const setup = setupOf(framework, asking, { seating, shuffle: null });
  return buildInstrument(planInterview(framework, setup), framework, languageOf(flags.language));
}

function languageOf(asked: string | undefined): string | undefined {
  if (asked === undefined || /^[a-z]{2}$/.test(asked)) return asked;
  throw new UsageError(`--language ${asked}: a language is two small letters.`, "For German: --language de");
}

/** One file, or standard output: each of these shapes has one format. */
function outputOf(target: Target, values: readonly string[]): OutputTarget {
  const [path, ...others] = values;
  if (others.length > 0)
    throw new UsageError(`--to ${target} writes one file, and -o is given ${values.length} times.`);
  if (path !== undefined && /^(?:markdown|md|html)(?::|$)/.test(path))
    throw new UsageError(
      `-o ${path}: formats are for --to paper; ${target} has one of its own.`,
      "Give -o the name of the file alone.",
    );
  if (path === "") throw new UsageError("-o: the file name is missing.");
  return { format: target, path: path === undefined || path === "-" ? null : path };
}
