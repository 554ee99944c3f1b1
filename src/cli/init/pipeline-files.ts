import { readFile } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import type { Problem } from "../../problems/problem.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { visible } from "../../problems/quote.ts";
import type { Site } from "./site.ts";
import type { Pipeline, PlannedFile } from "./wishes.ts";

/** A folder's name that means the same in YAML, in a shell and in a path. */
const PLAIN = /^[\w.-]+(?:\/[\w.-]+)*$/;
/** A crontab is lines: whatever ends one, or hides, cannot be named in it. */
const UNSEEN = /\p{Cc}|[\u2028\u2029]/u;

/**
 * The files that have the project run by itself, as they stand in the package's examples, with the project's folder put in.
 * Throws ProblemsError (NP002) where the folder cannot be named there.
 * @param root folder of the installed package
 */
export async function pipelineFiles(pipeline: Pipeline, site: Site, root: string): Promise<readonly PlannedFile[]> {
  const template = (name: string) => readFile(join(root, "examples", "pipelines", name), "utf8");
  const top = site.repository ?? site.folder;
  if (pipeline === "none") return [];
  if (pipeline === "cron") return cronFiles(site, template);
  if (!PLAIN.test(site.below)) throw new ProblemsError([unnameable(site.below)]);
  if (pipeline === "github") {
    const text = placedIn(await template("github/trust-audit.yml"), site.below);
    return [
      {
        path: join(top, ".github", "workflows", "trust-audit.yml"),
        text,
        says: "monthly run on GitHub Actions",
        how: "new",
      },
    ];
  }
  const text = placedIn(await template("gitlab/trust-audit.gitlab-ci.yml"), site.below);
  return [
    { path: join(top, "trust-audit.gitlab-ci.yml"), text, says: "job for GitLab CI", how: "new" },
    { path: join(top, ".gitlab-ci.yml"), text: INCLUDE, says: "takes that job in", how: "new" },
  ];
}

const INCLUDE = "include:\n  - local: trust-audit.gitlab-ci.yml\n";

/** Commands run in the project's folder; what the system keeps is named from the repository's root. */
function placedIn(text: string, below: string): string {
  if (below === ".") return text;
  return (
    text
      .replace("working-directory: .", `working-directory: ${below}`)
      // With the dot no name is taken for an option.
      .replaceAll("- cd .", `- cd ${below.startsWith("-") ? "./" : ""}${below}`)
      .replaceAll(/^(\s+(?:- |path: |junit: )?)(?=trust-audit\/)/gm, `$1${below}/`)
  );
}

async function cronFiles(
  { folder }: Site,
  template: (name: string) => Promise<string>,
): Promise<readonly PlannedFile[]> {
  if (UNSEEN.test(resolve(folder))) throw new ProblemsError([unnameable(resolve(folder))]);
  const script = "trust-audit-monthly.sh";
  const line = await template("cron/trust-audit.crontab");
  return [
    {
      ...{ path: join(folder, script), text: await template(`cron/${script}`) },
      ...{ says: "one run, for cron", how: "new", executable: true },
    },
    {
      path: join(folder, "trust-audit.crontab"),
      text: line.replace("'/srv/trust/trust-audit-monthly.sh'", () => inCrontab(join(resolve(folder), script))),
      ...{ says: "the line for crontab -e", how: "new" },
    },
  ];
}

/** One word of a shell; and cron itself ends a line at a bare percent sign. */
function inCrontab(path: string): string {
  if (!isAbsolute(path)) throw new Error("cron starts in another folder");
  return `'${path.replaceAll("'", `'\\''`)}'`.replaceAll("%", "\\%");
}

function unnameable(folder: string): Problem {
  return {
    code: "NP002",
    severity: "error",
    message: `A pipeline file cannot name the folder ${visible(folder)}.`,
    help: "Name it with letters, digits, dots, _ and - only, or add --pipeline none.",
  };
}
