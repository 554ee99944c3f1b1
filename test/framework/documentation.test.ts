import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = path.join(import.meta.dirname, "../..");

function read(...parts: string[]): string {
  return readFileSync(path.join(ROOT, ...parts), "utf8");
}

function codesIn(text: string): string[] {
  return [...new Set(text.match(/\bFW\d{3}\b/g))].toSorted();
}

function textsIn(folder: string): string {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => read(folder, file))
    .join("\n");
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly items?: Schema | readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly type?: string | readonly string[];
  readonly description?: string;
}

/** Every object of a schema, with the way to it. */
function* objects(schema: Schema, at = "#"): Iterable<readonly [string, Schema]> {
  if (schema.properties !== undefined) yield [at, schema];
  const inner = { ...schema.properties, ...schema.definitions };
  for (const [name, one] of Object.entries(inner)) yield* objects(one, `${at}/${name}`);
  if (typeof schema.additionalProperties === "object") yield* objects(schema.additionalProperties, `${at}/*`);
  if (schema.items !== undefined) for (const item of [schema.items].flat() as Schema[]) yield* objects(item, `${at}[]`);
}

describe("docs/errors.md", () => {
  it("has one row for each code of the framework room, and no other", () => {
    const rows = read("docs/errors.md").match(/^\| FW\d{3} /gm) ?? [];
    expect(rows.map((row) => row.slice(2, 7))).toEqual(codesIn(textsIn("src/framework")));
  });

  it("has no code that no test brings about", () => {
    expect(codesIn(textsIn("test/framework"))).toEqual(codesIn(textsIn("src/framework")));
  });
});

describe("the published schemas", () => {
  it.each(["framework", "strategy", "profile"])("%s describes every field and allows no other", (name) => {
    const schema = JSON.parse(read("frameworks", `${name}.schema.json`)) as Schema;
    for (const [at, object] of objects(schema)) {
      expect(object.additionalProperties, at).toBe(false);
      for (const [key, field] of Object.entries(object.properties ?? {})) {
        expect(field.description ?? "", `${at}/${key}`).toMatch(/^[\p{Lu}a-z`].{8,}\.$/su);
      }
    }
  });
});

describe("docs/framework-format.md", () => {
  const text = read("docs/framework-format.md");

  it.each(["framework", "strategy", "profile"])("speaks of every field of a %s", (name) => {
    const schema = JSON.parse(read("frameworks", `${name}.schema.json`)) as Schema;
    const missing = [...objects(schema)]
      .flatMap(([, object]) => Object.keys(object.properties ?? {}))
      .filter((key) => !new RegExp(`\\b${key}\\b`).test(text));
    expect(missing).toEqual([]);
  });

  it("has examples that are YAML", () => {
    const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
    expect(examples.length).toBeGreaterThan(10);
    for (const example of examples) expect(() => parse(example) as unknown).not.toThrow();
  });
});
