import { withFigureEnds } from "../../framework/figure-ends.ts";
import type { Framework } from "../../framework/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Project } from "../../project/types.ts";
import { hashOf } from "../../shelf/files.ts";
import { createShelf, type Loaded, type Shelf } from "../../shelf/shelf.ts";
import type { Host } from "../host.ts";
import { frameworkIn } from "./settle.ts";

/**
 * The shelf, on which the project's framework is of the version that it is pinned to, with the project's ends of figures.
 * Its `framework` throws ProblemsError (PF010, PF011, PF012) at the lines of the project file.
 */
export function shelfOf(host: Host, project: Project | null): Shelf {
  const shelf = createShelf(host.root);
  if (project === null || (project.frameworkVersion === null && project.figureEnds.size === 0)) return shelf;
  return {
    ...shelf,
    framework: async (reference) => {
      const loaded = await shelf.framework(reference);
      return isOwnFramework(project, reference) ? under(project, loaded) : loaded;
    },
  };
}

/** Whether a run is of the project's own framework. */
export function isOwnFramework(project: Project | null, reference: string): boolean {
  return project !== null && project.framework !== null && reference === frameworkIn(project);
}

function under(project: Project, loaded: Loaded): Loaded {
  const other = pinned(project, loaded.framework);
  const ends = project.figureEnds;
  const { framework, complaints } = withFigureEnds(loaded.framework, { ends, hash: hashOf });
  const items = loaded.framework.items.map(({ id }) => id);
  const found = complaints.map(({ code, path, message, help }): Problem => {
    const suggestion = code === "PF011" ? suggest(String(path[0]), items) : undefined;
    const words = { code, message, ...(help === undefined ? {} : { help }) };
    const place = project.placeOf(["figures", ...path]);
    return { ...words, severity: "error", place, ...(suggestion === undefined ? {} : { suggestion }) };
  });
  if (other.length + found.length > 0) throw new ProblemsError([...other, ...found]);
  return { ...loaded, framework };
}

/** Results of two versions do not compare: whoever moves to another one does so with open eyes. */
function pinned(project: Project, { id, version }: Framework): readonly Problem[] {
  const { frameworkVersion, framework } = project;
  if (frameworkVersion === null || frameworkVersion === version) return [];
  const message = `The project is pinned to ${id} ${frameworkVersion}, and ${framework === id ? "the bundled one" : "the file"} is ${version}.`;
  return [
    {
      ...{ code: "PF010", severity: "error", message },
      ...{ help: movingWords(project, version), place: project.placeOf(["framework_version"]) },
    },
  ];
}

/** The mapping is pinned as well; and what still compares, the audits of before and after say better than two frameworks. */
function movingWords({ options, baseline, audit }: Project, version: string): string {
  const [mapping] = options.get("map") ?? [];
  const alsoThere = mapping === undefined ? "" : ` here and in ${mapping}`;
  const compared =
    baseline !== null && audit !== null ? `trust-audit compare ${baseline} ${audit}` : "trust-audit compare";
  const remap =
    mapping === undefined
      ? ""
      : " If score then says that items or answers are others, have the mapping written again (trust-audit map).";
  return `To move: write framework_version: "${version}"${alsoThere}, score, see with ${compared} which scores still compare, and move the baseline.${remap}`;
}
