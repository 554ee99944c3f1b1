import { isAbsolute, normalize, relative, sep } from "node:path";
import type { Problem } from "../../problems/problem.ts";
import type { Project } from "../../project/types.ts";
import { placeOf } from "../place.ts";
import { inFolder } from "./folder.ts";

/**
 * A project file that was found, and not named, writes in its own folder and below: one that somebody else left further up
 * must not decide which files of mine are written, neither by its paths nor by links that lie there.
 */
export function leadingOut(project: Project): readonly Problem[] {
  const written: readonly (readonly [(string | number)[], string | null])[] = [
    [["audit"], project.audit],
    [["baseline"], project.baseline],
    ...(project.output ?? []).map((value, at) => [["output", at], pathOf(value)] as [(string | number)[], string]),
    ...project.checkOutput.map(
      (value, at) => [["check", "output", at], pathOf(value)] as [(string | number)[], string],
    ),
  ];
  return written.flatMap(([path, file]): readonly Problem[] =>
    file === null || !leadsOut(project, file)
      ? []
      : [
          {
            code: "PF006",
            severity: "error",
            message: "This leads out of the folder of the project file, which was found and not named.",
            help: `Write below that folder, or name the project file: --config ${project.file}`,
            place: project.placeOf(path),
          },
        ],
  );
}

/** The file of `FORMAT:PATH`; "" where there is none. */
function pathOf(output: string): string {
  const cut = output.indexOf(":");
  return cut < 0 ? "" : output.slice(cut + 1);
}

/** As it is written, or where links lead. */
function leadsOut(project: Project, file: string): boolean {
  if (isOut(normalize(file))) return true;
  return isOut(relative(placeOf(project.folder), placeOf(inFolder(project, file))));
}

function isOut(path: string): boolean {
  return isAbsolute(path) || path === ".." || path.startsWith(`..${sep}`);
}
