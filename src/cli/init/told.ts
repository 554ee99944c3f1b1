import { visible } from "../../problems/quote.ts";
import type { Plan } from "./plan.ts";
import type { Deed } from "./put.ts";
import type { Site } from "./site.ts";
import type { Pipeline, Wishes } from "./wishes.ts";

const DOES: Readonly<Record<Deed["does"], string>> = {
  write: "Wrote",
  replace: "Replaced",
  append: "Added to",
  leave: "Left as it is",
};

interface Told {
  readonly site: Site;
  readonly wishes: Wishes;
  readonly plan: Plan;
}

/** What was done, what was not and why, and what to type next. Ends with a newline. */
export function told(deeds: readonly Deed[], { site, wishes, plan }: Told): string {
  const rows = deeds.map(({ file, does }) => `${DOES[does]} ${visible(file.path)}: ${file.says}.`);
  const left = deeds.some(({ file, does }) => does === "leave" && file.how === "new");
  return [
    ...rows,
    ...(left ? ["--force replaces what was there before."] : []),
    ...mappingWords(wishes, plan),
    ...includeWords(deeds),
    "",
    ...nextWords(site, wishes, plan),
    "",
  ].join("\n");
}

function mappingWords({ framework, audience, by }: Wishes, { mapped, export: file }: Plan): readonly string[] {
  if ("text" in mapped) return [];
  const flags = [...(audience === null ? [] : [`--audience ${audience}`]), ...by.map((one) => `--by ${word(one)}`)];
  const command = ["trust-audit map", word(file ?? "EXPORT"), "-f", word(framework), ...flags, "-o mapping.yaml"].join(
    " ",
  );
  return [
    "",
    `No mapping.yaml was written: ${visible(mapped.reason)}`,
    `  ${visible(command)}`,
    "Then take the # from the line `map: mapping.yaml` of trust-audit.yaml.",
  ];
}

/** A pipeline of somebody's own is not touched. */
function includeWords(deeds: readonly Deed[]): readonly string[] {
  const own = deeds.some(
    ({ file, does }) => does === "leave" && file.path.endsWith(".gitlab-ci.yml") && file.says === "takes that job in",
  );
  return own ? ["", "Add to your .gitlab-ci.yml:", "  include:", "    - local: trust-audit.gitlab-ci.yml"] : [];
}

function nextWords({ folder }: Site, { pipeline }: Wishes, { export: file }: Plan): readonly string[] {
  const into = folder === "." ? [] : [`  cd ${word(folder)}`];
  return [
    file === null ? "Next, once the export is there:" : "Next:",
    ...into,
    "  trust-audit score",
    "  trust-audit check",
    ...PIPELINE_WORDS[pipeline],
    "Exports say what each person answered: keep them out of every repository that",
    "others can read.",
  ];
}

const INSTALLS = [
  "The pipeline installs the file that TRUST_AUDIT_PACKAGE names: put it there,",
  "or name another source.",
];

const PIPELINE_WORDS: Readonly<Record<Pipeline, readonly string[]>> = {
  github: INSTALLS,
  gitlab: INSTALLS,
  cron: ["To have it run every month, add the line of trust-audit.crontab: crontab -e"],
  none: [],
};

function word(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
