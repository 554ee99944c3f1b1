import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readStrategy } from "../../src/framework/strategy.ts";
import { createShelf } from "../../src/shelf/shelf.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const SOURCES = readdirSync(path.join(ROOT, "frameworks")).filter((name) => name.endsWith(".yaml"));

/** Where something could still be changed. */
function thawed(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = value instanceof Map ? [...value] : Object.entries(value);
  return [
    ...(Object.isFrozen(value) ? [] : [path]),
    ...inner.flatMap(([key, one]) => thawed(one, `${path}/${String(key)}`)),
  ];
}

describe("a bundled framework", () => {
  const shelf = createShelf(ROOT);

  it("is on the shelf for each source", async () => {
    const ids = (await shelf.list()).map(({ id }) => `${id}.yaml`);
    expect(ids).toEqual([...SOURCES].sort());
  });

  it.each(SOURCES)("%s is the same compiled by the build and read from its source", async (name) => {
    const compiled = await shelf.framework(path.basename(name, ".yaml"));
    const read = await shelf.framework(path.join(ROOT, "frameworks", name));
    expect(compiled.framework).toStrictEqual(read.framework);
    expect(thawed(compiled.framework)).toEqual([]);
    expect(read.warnings).toEqual([]);
  });

  it("comes with strategies that are the same compiled by the build and read from their sources", async () => {
    const folder = path.join(ROOT, "frameworks", "strategies");
    const files = readdirSync(folder).sort();
    const read = await Promise.all(
      files.map((file) => readStrategy({ text: readFileSync(path.join(folder, file), "utf8"), file })),
    );
    const compiled = await shelf.strategies();
    expect(compiled).toStrictEqual(read.map(({ strategy }) => strategy));
    expect(thawed(compiled)).toEqual([]);
  });
});
