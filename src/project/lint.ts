import type { Complaint, Path } from "../framework/complaint.ts";
import { quote } from "../problems/quote.ts";
import type { OneOrMore, ProjectDocument } from "./document.ts";

/** What a schema cannot say of a project file: all complaints at once. */
export function lintProject(document: ProjectDocument): readonly Complaint[] {
  return [
    ...ends(document),
    ...standardInput(document),
    ...againstItself(document),
    ...locale(document),
    ...sections(document),
  ];
}

function ends({ figures = {} }: ProjectDocument): readonly Complaint[] {
  return Object.entries(figures).flatMap(([item, { worst, best }]) =>
    worst === best
      ? [
          {
            code: "PF002",
            path: ["figures", item, "best"],
            message: "Worst and best are the same value, so no figure could be told from another.",
            help: "Give the value that counts as 0 as `worst` and the one that counts as 100 as `best`.",
          },
        ]
      : [],
  );
}

/** A run that nobody sits at would wait for it. */
function standardInput({ data, score = {}, audit, baseline, report }: ProjectDocument): readonly Complaint[] {
  const files: readonly (readonly [Path, unknown])[] = [
    ...listed(data).map(([at, file]) => [["data", ...at], file] as const),
    ...["map", "previous", "headcount"].map((name) => [["score", name], score[name]] as const),
    ...([
      [["audit"], audit],
      [["baseline"], baseline],
      [["report", "logo"], report?.logo],
    ] as const),
  ];
  return files.flatMap(([path, file]) =>
    file === "-"
      ? [{ code: "PF003", path, message: "A project file cannot name standard input (-).", help: "Name a file." }]
      : [],
  );
}

/** As they are written: where links lead, the check sees. */
function againstItself({ audit, baseline }: ProjectDocument): readonly Complaint[] {
  const bare = (file: string) => file.replaceAll(/\/(?:\.?\/)+/g, "/").replace(/^(?:\.\/)+/, "");
  if (audit === undefined || baseline === undefined || bare(audit) !== bare(baseline)) return [];
  const message = "The audit and its baseline are the same file, so that nothing could ever be seen to change.";
  return [{ code: "PF015", path: ["baseline"], message, help: "Keep the baseline in a file of its own." }];
}

function listed(files: OneOrMore | undefined): readonly (readonly [Path, string])[] {
  if (typeof files === "string") return [[[], files]];
  return (files ?? []).map((file, at) => [[at], file]);
}

function locale({ report }: ProjectDocument): readonly Complaint[] {
  const tag = report?.locale;
  if (tag === undefined || isKnown(tag)) return [];
  const message = `${quote(tag)} is no language tag whose numbers are known.`;
  const help = "Write language and country, such as en-GB, de-CH or fr-FR.";
  return [{ code: "PF004", path: ["report", "locale"], message, help }];
}

function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** Sections that a report is not a report without, and why. */
const KEPT: Readonly<Record<string, string>> = {
  about: "says who was asked, and what is hidden to protect them",
  headline: "is the result that everything else explains",
};

function sections({ report }: ProjectDocument): readonly Complaint[] {
  return Object.entries(report?.sections ?? {}).flatMap(([name, shown]) => {
    const why = KEPT[name];
    if (why === undefined || (shown !== false && shown !== "off")) return [];
    const message = `The section "${name}" cannot be left out: it ${why}.`;
    return [{ code: "PF005", path: ["report", "sections", name], message, help: "Remove the line." }];
  });
}
