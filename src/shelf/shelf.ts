import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProfileDocument } from "../framework/document.ts";
import type { ProfileCatalogue } from "../framework/profile.ts";
import type { ChosenProfile, Framework, Profile, Strategy } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { suggest } from "../problems/suggest.ts";
import { type CompiledShelf, SHELF_INDEX, SHELF_PROFILES, SHELF_STRATEGIES } from "./compiled.ts";
import { readBundled, readFrameworkFile } from "./files.ts";
import { revived } from "./stored.ts";

/** A framework and the warnings its text gave. */
export interface Loaded {
  readonly framework: Framework;
  readonly file: string;
  readonly warnings: readonly Problem[];
}

/** Where frameworks and strategies come from: the bundled ones, compiled when the package was built, and the user's own files. */
export interface Shelf {
  /** Bundled frameworks, in order of id. */
  list(): Promise<CompiledShelf["frameworks"]>;
  /** By bundled id, or by the path of a YAML file (anything with a dot, a slash or a backslash). Throws ProblemsError. */
  framework(reference: string): Promise<Loaded>;
  strategies(): Promise<readonly Strategy[]>;
  /** Bundled profiles, in order of id. */
  profiles(): Promise<readonly Profile[]>;
  /**
   * By bundled id or the path of a YAML file, with the keys that are set behind a colon: `healthcare`,
   * `culture:context=high,power-distance=low`, `./own.yaml:context=high`. Throws ProblemsError.
   */
  profile(reference: string): Promise<ChosenProfile>;
  /** What frameworks and profiles may name. */
  profileCatalogue(): Promise<ShelfCatalogue>;
}

/** The bundled strategies, and the bundled frameworks with their dimensions. */
export interface ShelfCatalogue extends ProfileCatalogue {
  readonly strategies: readonly Strategy[];
}

/** @param root folder of the package: holds `frameworks/` and the compiled shelf in `dist/shelf/`. */
export function createShelf(root: string): Shelf {
  const compiled = <T>(name: string): T => revived<T>(readBundled(join(root, "dist", "shelf", name)));
  const index = () => compiled<CompiledShelf>(SHELF_INDEX);

  async function strategies(): Promise<readonly Strategy[]> {
    return compiled<readonly Strategy[]>(SHELF_STRATEGIES);
  }

  async function bundled(id: string): Promise<Loaded> {
    const { frameworks } = index();
    if (!frameworks.some((entry) => entry.id === id))
      throw unknownFramework(
        id,
        frameworks.map((entry) => entry.id),
      );
    return { framework: compiled<Framework>(`${id}.json`), file: join(root, "frameworks", `${id}.yaml`), warnings: [] };
  }

  // Most runs choose no profile; those that do load what reads them.
  async function profiles(): Promise<readonly Profile[]> {
    const { compileProfile } = await import("../framework/profile.ts");
    return compiled<readonly ProfileDocument[]>(SHELF_PROFILES).map((document) => compileProfile(document));
  }

  async function profileCatalogue(): Promise<ShelfCatalogue> {
    const frameworks = index().frameworks.map(({ id }) => {
      const { dimensions } = compiled<Framework>(`${id}.json`);
      return { id, dimensions: dimensions.map((dimension) => dimension.id) };
    });
    return { strategies: await strategies(), frameworks };
  }

  return {
    profiles,
    profileCatalogue,
    profile: async (reference) => {
      const { profileOf } = await import("./profiles.ts");
      return profileOf(reference, { profiles, catalogue: profileCatalogue });
    },
    list: async () => index().frameworks,
    strategies,
    framework: async (reference) =>
      looksLikePath(reference) ? fromFile(reference, await strategies()) : bundled(reference),
  };
}

async function fromFile(file: string, catalogue: readonly Strategy[]): Promise<Loaded> {
  const { framework, problems } = await readFrameworkFile(file, catalogue);
  if (framework === null) throw new ProblemsError(problems);
  return { framework, file, warnings: problems };
}

/** A bundled id has neither a dot nor a slash. */
export function looksLikePath(reference: string): boolean {
  return /[./\\]/.test(reference);
}

function unknownFramework(id: string, known: readonly string[]): ProblemsError {
  const suggestion = suggest(id, known);
  return new ProblemsError([
    {
      code: "SH001",
      severity: "error",
      message: `There is no bundled framework "${id}".`,
      help: `Choose one of ${known.join(", ")}, or give the path of a YAML file (./${id}.yaml).`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}

/** The text of a bundled schema or framework, as published. */
export function bundledText(root: string, name: string): Promise<string> {
  return readFile(join(root, "frameworks", name), "utf8");
}
