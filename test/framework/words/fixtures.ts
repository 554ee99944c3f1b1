import { readFileSync } from "node:fs";
import path from "node:path";
import { type FrameworkReading, readFramework } from "../../../src/framework/read.ts";
import type { Framework } from "../../../src/framework/types.ts";

const FOLDER = path.join(import.meta.dirname, "../../fixtures");

export function fixtureText(kind: "frameworks" | "profiles", name: string): string {
  return readFileSync(path.join(FOLDER, kind, `${name}.yaml`), "utf8");
}

/** The text with one part replaced; it must stand in it exactly once. */
export function replaced(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times`);
  return parts.join(to);
}

export function read(text: string): Promise<FrameworkReading> {
  return readFramework({ text, file: "f.yaml", hash: "0" });
}

/** A framework of the fixtures, as it is or with one part replaced. */
export async function compiled(name: string, from = "", to = ""): Promise<Framework> {
  const text = fixtureText("frameworks", name);
  const { framework, problems } = await read(from === "" ? text : replaced(text, from, to));
  if (framework === null) throw new Error(JSON.stringify(problems));
  return framework;
}

/** Code, line and underlined text of each problem. */
export async function complaints(name: string, from: string, to: string): Promise<readonly string[]> {
  const { problems } = await read(replaced(fixtureText("frameworks", name), from, to));
  return problems.map(({ code, place }) => {
    const { text = "", offset = 0, length = 0 } = place?.excerpt ?? {};
    return `${code} ${text.slice(offset, offset + length)}`;
  });
}
