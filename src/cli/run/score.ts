import { score } from "../../pipeline.ts";
import { createShelf, looksLikePath } from "../../shelf/shelf.ts";
import { drawAudit, drawSheet, targetsOf } from "../draw.ts";
import { EXIT, UsageError } from "../exit.ts";
import { explanationSheet } from "../explanation.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { openMapping, withMapping } from "../mapping.ts";
import { refuseOverwriting, refuseTwice } from "../paths.ts";
import { type ScoreFlags, settingsOf } from "../settings.ts";

/** `score`: everything it needs is loaded with this module, so that start-up resolves few files. */
export async function runScore(host: Host, files: readonly string[], flags: ScoreFlags): Promise<number> {
  const targets = targetsOf(flags.output ?? []);
  const settings = settingsOf(flags);
  const besides = [flags.headcount, flags.map, flags.previous];
  refuseTwice([...files, ...besides.filter((name) => name === "-")]);
  const framework = looksLikePath(flags.framework) ? flags.framework : "-";
  refuseOverwriting([...files, framework, ...besides.map((name) => name ?? "-")], targets);
  if (settings.explain !== null && flags.output !== undefined)
    throw new UsageError(
      "--explain and -o do not go together.",
      "One person's arithmetic is shown on the screen only: it is not anonymous and should not be kept.",
    );
  const inputs = files.map((name) => ({ name: name === "-" ? "<stdin>" : name, open: () => host.open(name) }));
  const mapping = flags.map === undefined ? null : await openMapping(host, flags.map);
  const result = await score(
    { ...withMapping(settings, mapping), inputs },
    { shelf: createShelf(host.root), open: host.open },
  );
  await notes(host, result.warnings);
  if (result.explanation !== null) {
    await drawSheet(host, explanationSheet(result.explanation));
    return EXIT.done;
  }
  await drawAudit(host, result.audit, { targets });
  return result.audit.overall === null ? EXIT.nothingToScore : EXIT.done;
}
