import { isAbsolute, join } from "node:path";
import type { Project } from "../../project/types.ts";

type Stands = Pick<Project, "folder">;

/** A path that the project file names, as it is called from the working folder. */
export function inFolder({ folder }: Stands, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

/** `FORMAT:PATH` of a project file, as `-o` takes it in the working folder; a path `-` stays standard output. */
export function outputsIn(project: Stands, output: readonly string[]): readonly string[] {
  return output.map((value) => {
    const cut = value.indexOf(":");
    const path = value.slice(cut + 1);
    return cut < 0 || path === "" || path === "-" ? value : `${value.slice(0, cut)}:${inFolder(project, path)}`;
  });
}
