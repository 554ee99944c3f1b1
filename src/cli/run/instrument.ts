import { buildInstrument } from "../../instrument/build.ts";
import { TARGETS, type Target } from "../../instrument/target-names.ts";
import { writeInstrument } from "../../instrument/targets.ts";
import { UsageError } from "../exit.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { type OutputTarget, writeOutputs } from "../output.ts";
import { refuseOverwriting } from "../paths.ts";
import { type ExportFlags, exported } from "../survey/exported.ts";

export interface InstrumentFlags extends ExportFlags {
  readonly to: string;
  readonly language?: string;
}

/** `frameworks export ID --to TARGET`: the questionnaire for a survey tool, or a codebook for statistics software. */
export async function runInstrument(host: Host, reference: string, { to, ...flags }: InstrumentFlags): Promise<void> {
  const target = TARGETS.find((one) => one === to);
  if (target === undefined)
    throw new UsageError(`--to ${to}: there is no such shape.`, `Shapes: ${TARGETS.join(", ")}.`);
  const output = outputOf(target, flags.output ?? []);
  const language = languageOf(flags.language);
  const { framework, plan, file, warnings } = await exported(host, reference, flags);
  refuseOverwriting([file], [output]);
  const text = writeInstrument(target, buildInstrument(plan, framework, language), framework);
  await notes(host, warnings);
  await writeOutputs(host, [{ target: output, text }]);
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
