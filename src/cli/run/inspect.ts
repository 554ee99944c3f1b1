import { inspect } from "../../engines/inspection/inspect.ts";
import { withoutSinglePeople } from "../../engines/inspection/singling-out.ts";
import type { Inspection } from "../../engines/inspection/types.ts";
import { ProblemsError } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import type { Sheet } from "../../render/sheet.ts";
import { segmentColumns } from "../../response/asked/segments.ts";
import { looksLikePath } from "../../shelf/shelf.ts";
import { frameworkUnder } from "../../shelf/under.ts";
import { INSPECT_FORMATS } from "../formats.ts";
import type { Host } from "../host.ts";
import { inspectionSheet } from "../inspect/sheet.ts";
import { type Verdict, verdictOf } from "../inspect/verdict.ts";
import { openMapping, withMapping } from "../mapping.ts";
import { type OutputTarget, parseTargets, writeOutputs } from "../output.ts";
import { refuseOverwriting, refuseTwice } from "../paths.ts";
import { createProgressLine } from "../progress.ts";
import { prepareInspect } from "../project/prepare-inspect.ts";
import { shelfOf } from "../project/shelf.ts";
import { type ScoreFlags, settingsOf } from "../settings.ts";

export interface InspectFlags extends Omit<ScoreFlags, "framework"> {
  readonly framework?: string;
}

/** `inspect`: how exports would be read. Ends as `score` would. */
export async function runInspect(host: Host, given: readonly string[], typed: Partial<InspectFlags>): Promise<number> {
  const { project, files, flags } = await prepareInspect(host, given, typed);
  const targets = parseTargets(flags.output ?? ["terminal"], INSPECT_FORMATS);
  refuseTwice([...files, ...[flags.map].filter((name) => name === "-")]);
  const named = flags.framework ?? "-";
  refuseOverwriting([...files, looksLikePath(named) ? named : "-", flags.map ?? "-"], targets);
  const inspection = await inspectFiles(host, files, { ...flags, project });
  const { framework, files: read, problems } = inspection;
  if (read.length === 0) throw new ProblemsError(problems);
  const { by, minGroup } = settingsOf({ ...flags, framework: named });
  const reference = flags.framework ?? framework?.id ?? "";
  const command = [...files, ...flagWords(flags, reference)];
  const verdict = verdictOf(inspection, { by, minGroup, command, decide: mapWords(files, flags, reference) });
  await writeOutputs(
    host,
    await Promise.all(targets.map((target) => drawn(host, target, { inspection, verdict, minGroup }))),
  );
  return verdict.exit;
}

/** What `inspect` and `map` look at. Throws ProblemsError only where the framework or the mapping cannot be read. */
export async function inspectFiles(
  host: Host,
  files: readonly string[],
  { project = null, ...flags }: InspectFlags & { readonly project?: Project | null },
): Promise<Inspection> {
  const shelf = shelfOf(host, project);
  const settings = settingsOf({ ...flags, framework: flags.framework ?? "" });
  const mapping = flags.map === undefined ? null : await openMapping(host, flags.map);
  const reference = flags.framework ?? mapping?.framework.id;
  const inputs = files.map((name) => ({ name: name === "-" ? "<stdin>" : name, open: () => host.open(name) }));
  const request = { ...withMapping(settings, mapping), segments: segmentColumns(settings), inputs };
  if (reference !== undefined) {
    const { framework, warnings } = await frameworkUnder(shelf, reference, settings.profiles);
    const found = await looked(host, { named: framework }, request);
    return { ...found, problems: [...warnings, ...found.problems] };
  }
  const all = await Promise.all(
    (await shelf.list()).map(async ({ id }) => (await frameworkUnder(shelf, id, settings.profiles)).framework),
  );
  return looked(host, { all }, request);
}

/** With a line that tells how far it is, where it takes long. */
function looked(host: Host, ...[candidates, request]: Parameters<typeof inspect>): Promise<Inspection> {
  const progress = createProgressLine(host);
  return inspect(candidates, request, progress?.show).finally(() => progress?.end());
}

/** What `map` takes of it; of several files the first. With a mapping that is corrected by hand there is nothing to make. */
function mapWords([file = ""]: readonly string[], flags: InspectFlags, framework: string): readonly string[] {
  const named = ["dialect", "sheet", "audience", "form", "id"] as const;
  return [
    ...[file, "-f", framework],
    ...named.flatMap((name) => (flags[name] === undefined ? [] : [`--${name}`, flags[name]])),
    ...(flags.include ?? []).flatMap((rows) => ["--include", rows]),
    ...(flags.profile ?? []).flatMap((profile) => ["--profile", profile]),
    ...["-o", "mapping.yaml"],
  ];
}

/** The flags that decide about scoring, to be typed again. */
function flagWords(flags: InspectFlags, framework: string): readonly string[] {
  const { dialect, sheet, audience, form, id, map, minGroup, onUnknown, onRagged, onDuplicate, acceptGuesses } = flags;
  const said = (flag: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [flag, value];
  return [
    ...["-f", framework],
    ...said("--dialect", dialect),
    ...said("--sheet", sheet),
    ...said("--map", map),
    ...said("--audience", audience),
    ...said("--form", form),
    ...(flags.by ?? []).flatMap((column) => ["--by", column]),
    ...said("--id", id),
    ...(flags.profile ?? []).flatMap((profile) => ["--profile", profile]),
    ...said("--min-group", minGroup),
    ...(flags.include ?? []).flatMap((rows) => ["--include", rows]),
    ...(flags.exclude ?? []).flatMap((rows) => ["--exclude", rows]),
    ...(onUnknown === "error" ? [] : ["--on-unknown", onUnknown]),
    ...(onRagged === "error" ? [] : ["--on-ragged", onRagged]),
    ...(onDuplicate === "keep" ? [] : ["--on-duplicate", onDuplicate]),
    ...(acceptGuesses === true ? ["--accept-guesses"] : []),
  ];
}

async function drawn(
  host: Host,
  target: OutputTarget,
  page: { readonly inspection: Inspection; readonly verdict: Verdict; readonly minGroup: number },
): Promise<{ readonly target: OutputTarget; readonly text: string }> {
  const { verdict, minGroup } = page;
  const isPassedOn = target.format !== "terminal";
  const inspection = isPassedOn ? withoutSinglePeople(page.inspection, minGroup) : page.inspection;
  if (target.format === "json") {
    const [{ inspectionJson }, { jsonText }] = await Promise.all([
      import("../inspect/json.ts"),
      import("../../render/json.ts"),
    ]);
    return { target, text: jsonText(inspectionJson(inspection, verdict)) };
  }
  return {
    target,
    text: await sheetText(host, target, inspectionSheet(inspection, { verdict, isPassedOn })),
  };
}

async function sheetText(host: Host, { format, path }: OutputTarget, sheet: Sheet): Promise<string> {
  if (format !== "terminal") return (await import("../../render/markdown/draw.ts")).markdownSheet(sheet);
  const { renderSheet } = await import("../../render/terminal/sheet.ts");
  return renderSheet(sheet, { width: host.width, color: path === null && host.color.out });
}
