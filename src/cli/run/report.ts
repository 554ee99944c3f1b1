import { readAudit } from "../../audit/read.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { drawAudit, targetsOf } from "../draw.ts";
import { EXIT } from "../exit.ts";
import { notes } from "../fail.ts";
import type { Host } from "../host.ts";
import { readStream } from "../input.ts";
import { refuseOverwriting } from "../paths.ts";
import { readProject } from "../project/project.ts";
import { strayBands, styleOf } from "../project/style.ts";
import { refuseOverProject } from "../project/unwritten.ts";

/** `report`: a kept audit, drawn again, in the project's style. */
export async function runReport(host: Host, file: string, output: readonly string[]): Promise<number> {
  const targets = targetsOf(output);
  refuseOverwriting([file], targets);
  const project = await readProject(host);
  await refuseOverProject(project, targets);
  const style = await styleOf(project);
  const name = file === "-" ? "<stdin>" : file;
  const { audit, problems } = await readAudit({ text: await readStream(host.open(file), name), file: name });
  if (audit === null) throw new ProblemsError(problems);
  await notes(host, strayBands(project, audit));
  await drawAudit(host, audit, { targets, style });
  return audit.overall === null ? EXIT.nothingToScore : EXIT.done;
}
