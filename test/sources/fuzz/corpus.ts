import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["examples", "test/fixtures/exports"];
const EXPORT = /\.(?:csv|tsv|xlsx|gz)$/i;
/** A case of a larger file takes long and finds no more. Bytes. */
const LARGEST = 200_000;

export interface Export {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every export that lies in the checkout, in the order of their names. root: of the checkout. */
export function allExports(root: string): readonly Export[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => EXPORT.test(name))
      .sort()
      .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(path.join(root, folder, name)) })),
  ).filter(({ bytes }) => bytes.length <= LARGEST);
}
