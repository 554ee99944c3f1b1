import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { FrameworkDocument, ProfileDocument, StrategyDocument } from "../../src/framework/document.ts";

export const ROOT = path.join(import.meta.dirname, "../..");

function documentsIn<T>(folder: string): readonly T[] {
  const files = readdirSync(path.join(ROOT, folder)).filter((name) => name.endsWith(".yaml"));
  return files.map((name): T => parse(readFileSync(path.join(ROOT, folder, name), "utf8")) as T);
}

/** What is bundled, as its YAML says it; whether it is valid is for other tests. */
export const FRAMEWORKS = documentsIn<FrameworkDocument>("frameworks");
export const STRATEGIES = documentsIn<StrategyDocument>("frameworks/strategies");
export const PROFILES = documentsIn<ProfileDocument>("frameworks/profiles");

export function frameworkOf(id: string): FrameworkDocument {
  const found = FRAMEWORKS.find((framework) => framework.id === id);
  if (found === undefined) throw new Error(`There is no framework ${id}.`);
  return found;
}

/** The wordings of an item: one for all, or one an audience. */
export function wordings(text: string | Readonly<Record<string, string>>): readonly string[] {
  return typeof text === "string" ? [text] : Object.values(text);
}

/** All texts of a document, with the way to each: `findings.2.says`. */
export function* textsOf(value: unknown, way = ""): Iterable<readonly [string, string]> {
  if (typeof value === "string") yield [way, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, way === "" ? key : `${way}.${key}`);
}
