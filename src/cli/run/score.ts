import { score } from "../../pipeline.ts";
import { looksLikePath } from "../../shelf/shelf.ts";
import { drawAudit, drawSheet } from "../draw.ts";
import { notScanned, tellEngines } from "../engine-choice.ts";
import { EXIT, UsageError } from "../exit.ts";
import { explanationSheet } from "../explanation.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { openMapping, withMapping } from "../mapping.ts";
import { refuseOverwriting, refuseTwice } from "../paths.ts";
import { createProgressLine } from "../progress.ts";
import { makeFolders } from "../project/folders.ts";
import { prepareScore } from "../project/prepare.ts";
import type { GivenFlags } from "../project/settle.ts";
import { shelfOf } from "../project/shelf.ts";
import { strayBands, styleOf } from "../project/style.ts";
import { refuseOverProject } from "../project/unwritten.ts";
import { alsoUnwritten, checkRespondents, openRespondents, withRespondents } from "../respondents.ts";

/** `score`: everything it needs is loaded with this module, so that start-up resolves few files. */
export async function runScore(host: Host, named: readonly string[], given: GivenFlags): Promise<number> {
  const { project, files, warnings, flags, settings, targets } = await prepareScore(host, named, given);
  const style = await styleOf(project);
  const besides = [flags.headcount, flags.map, flags.previous];
  refuseTwice([...files, ...besides.filter((name) => name === "-")]);
  const framework = looksLikePath(flags.framework) ? flags.framework : "-";
  refuseOverwriting([...files, framework, ...besides.map((name) => name ?? "-")], targets);
  const table = flags.respondents === undefined ? [] : [{ format: "csv", path: flags.respondents }];
  await refuseOverProject(project, [...targets, ...table]);
  if (settings.explain !== null && flags.output !== undefined)
    throw new UsageError(
      "--explain and -o do not go together.",
      "One person's arithmetic is shown on the screen only: it is not anonymous and should not be kept.",
    );
  const read = [...files, framework, ...[...besides, project?.file].flatMap((name) => name ?? [])];
  checkRespondents(flags, { read, targets });
  const inputs = files.map((name) => ({ name: name === "-" ? "<stdin>" : name, open: () => host.open(name) }));
  const mapping = flags.map === undefined ? null : await openMapping(host, flags.map);
  const people = await openRespondents(host, flags);
  const progress = createProgressLine(host);
  const doors = { shelf: shelfOf(host, project), open: host.open, onProgress: progress?.show };
  const { result, unwritten } = await withRespondents(people, (respondents) =>
    score({ ...withMapping(settings, mapping), inputs }, { ...doors, respondents }),
  ).finally(() => progress?.end());
  await tellEngines(host, result.engine);
  await notes(host, [
    ...warnings,
    ...result.warnings,
    ...notScanned(settings, result.engine),
    ...strayBands(project, result.audit),
    ...(people === null || unwritten.length > 0 ? [] : people.notes),
  ]);
  if (result.explanation !== null) {
    await drawSheet(host, explanationSheet(result.explanation));
    return EXIT.done;
  }
  await makeFolders(project, targets);
  await alsoUnwritten(unwritten, () => drawAudit(host, result.audit, { targets, style }));
  return result.audit.overall === null ? EXIT.nothingToScore : EXIT.done;
}
