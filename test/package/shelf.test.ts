import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createShelf } from "../../src/shelf/shelf.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const SOURCES = readdirSync(path.join(ROOT, "frameworks")).filter((name) => name.endsWith(".yaml"));

describe("a bundled framework", () => {
  const shelf = createShelf(ROOT);

  it("is on the shelf for each source", async () => {
    const ids = (await shelf.list()).map(({ id }) => `${id}.yaml`);
    expect(ids).toEqual([...SOURCES].sort());
  });

  it.each(SOURCES)("%s is the same compiled by the build and read from its source", async (name) => {
    const compiled = await shelf.framework(path.basename(name, ".yaml"));
    const read = await shelf.framework(path.join(ROOT, "frameworks", name));
    expect(compiled.framework).toEqual(read.framework);
    expect(read.warnings).toEqual([]);
  });
});
