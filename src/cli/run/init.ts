import { join } from "node:path";
import { EXIT, UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import { askerOf } from "../init/asker.ts";
import { interviewed } from "../init/interview.ts";
import { planned } from "../init/plan.ts";
import { deedsFor, doAll } from "../init/put.ts";
import { calledIn, type Site, siteOf } from "../init/site.ts";
import { told } from "../init/told.ts";
import { type InitFlags, type Wishes, wishesFrom } from "../init/wishes.ts";
import { write } from "../output.ts";
import { PROJECT_FILE } from "../project/project.ts";
import { wholeNumber } from "../settings.ts";
import { runCheck } from "./check.ts";
import { runScore } from "./score.ts";

/** `init`: a project in a folder, all of it or nothing. */
export async function runInit(host: Host, folder: string, flags: InitFlags): Promise<number> {
  const site = siteOf(folder);
  const wishes = await wishesOf(host, site, checked(site, flags));
  if (wishes === null) {
    await write(host.stderr, "Nothing was written.\n");
    return EXIT.interrupted;
  }
  const plan = await planned(host, site, wishes);
  if (flags.run === true && plan.export === null)
    throw new UsageError("--run: there is no export yet.", "Leave --run out, or put the export there first.");
  const deeds = await deedsFor(plan.files, flags.force === true);
  await doAll(host, deeds);
  await write(host.stdout, told(deeds, { site, wishes, plan }));
  return flags.run === true ? firstRun(host, join(folder, PROJECT_FILE)) : EXIT.done;
}

/** Ends as the check does, or as `score` where that could not be done. */
async function firstRun(host: Host, config: string): Promise<number> {
  const inProject = { ...host, config };
  const scored = await runScore(inProject, [], {});
  return scored === EXIT.done || scored === EXIT.nothingToScore ? runCheck(inProject, undefined, {}) : scored;
}

/** Loose at the door: empty words and wrong numbers are refused. Paths from here on are as the project calls them. */
function checked(site: Site, flags: InitFlags): InitFlags {
  const { data, framework, audience, headcount, id, title } = flags;
  for (const [flag, value] of Object.entries({ data, framework, audience, headcount, id, title }))
    if (value?.trim() === "") throw new UsageError(`--${flag}: the value is empty.`);
  if (data === "-") throw new UsageError("--data: a project cannot name standard input (-).", "Name a file.");
  return {
    ...flags,
    ...(data === undefined ? {} : { data: calledIn(site, data) }),
    ...(headcount === undefined ? {} : { headcount: headcountOf(site, headcount) }),
  };
}

function headcountOf(site: Site, headcount: string): string {
  if (!/^\d+$/.test(headcount)) return calledIn(site, headcount);
  return String(wholeNumber("--headcount", headcount, { least: 1, otherwise: 1 }));
}

/** Everything that is needed, from flags or from whoever sits there. Throws UsageError where nobody does. */
async function wishesOf(host: Host, site: Site, flags: InitFlags): Promise<Wishes | null> {
  const { data, framework, pipeline } = flags;
  const asker = data !== undefined && framework !== undefined && pipeline !== undefined ? null : askerOf(host);
  if (asker !== null) return interviewed(host, asker, { site, flags });
  if (data !== undefined && framework !== undefined)
    return wishesFrom(flags, { data, framework, pipeline: pipeline ?? "none" });
  const missing = [
    ...(data === undefined ? ["--data FILE"] : []),
    ...(framework === undefined ? ["-f FRAMEWORK"] : []),
  ];
  throw new UsageError(
    `Nobody can be asked here: there is no terminal. Missing: ${missing.join(" and ")}.`,
    "For example: trust-audit init --data 'exports/*.csv' -f trust-equation --by department --headcount 60 --pipeline github",
  );
}
