import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileFramework } from "../framework/compile.ts";
import { compileStrategy } from "../framework/strategy.ts";
import type { Framework, Strategy } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { suggest } from "../problems/suggest.ts";
import { type CompiledFramework, type CompiledShelf, SHELF_INDEX, SHELF_STRATEGIES } from "./compiled.ts";
import { readBundled, readFrameworkFile } from "./files.ts";

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
}

/** @param root folder of the package: holds `frameworks/` and the compiled shelf in `dist/shelf/`. */
export function createShelf(root: string): Shelf {
  const compiled = <T>(name: string): T => JSON.parse(readBundled(join(root, "dist", "shelf", name))) as T;
  const index = () => compiled<CompiledShelf>(SHELF_INDEX);

  async function strategies(): Promise<readonly Strategy[]> {
    const documents = compiled<readonly Parameters<typeof compileStrategy>[0][]>(SHELF_STRATEGIES);
    return documents.map((document) => compileStrategy(document));
  }

  async function bundled(id: string): Promise<Loaded> {
    const { frameworks } = index();
    if (!frameworks.some((entry) => entry.id === id))
      throw unknownFramework(
        id,
        frameworks.map((entry) => entry.id),
      );
    const { document, hash } = compiled<CompiledFramework>(`${id}.json`);
    return { framework: compileFramework(document, hash), file: join(root, "frameworks", `${id}.yaml`), warnings: [] };
  }

  return {
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
