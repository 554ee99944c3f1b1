import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readFramework } from "../../src/framework/read.ts";
import { readStrategy } from "../../src/framework/strategy.ts";
import type { Framework, Strategy } from "../../src/framework/types.ts";

const FRAMEWORKS = path.join(import.meta.dirname, "../../frameworks");

/** Every bundled framework. */
export function bundledFrameworks(): Promise<readonly Framework[]> {
  return Promise.all(
    textsOf(FRAMEWORKS).map(async ({ file, text }) => {
      const { framework, problems } = await readFramework({ text, file, hash: "0" });
      if (framework === null) throw new Error(`${file}: ${problems.map(({ message }) => message).join(" ")}`);
      return framework;
    }),
  );
}

/** The catalogue. */
export function bundledStrategies(): Promise<readonly Strategy[]> {
  return Promise.all(
    textsOf(path.join(FRAMEWORKS, "strategies")).map(async ({ file, text }) => {
      const { strategy, problems } = await readStrategy({ text, file });
      if (strategy === null) throw new Error(`${file}: ${problems.map(({ message }) => message).join(" ")}`);
      return strategy;
    }),
  );
}

/** The text of every bundled YAML file: frameworks, strategies and profiles. */
export function bundledTexts(): readonly { readonly file: string; readonly text: string }[] {
  return ["", "strategies", "profiles"].flatMap((folder) => textsOf(path.join(FRAMEWORKS, folder)));
}

function textsOf(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }));
}
