/**
 * What the files of a trend are called: their names without folders and endings, and without words that all begin or end
 * with. Numbers stay, since they are what tells waves apart: "trust-2025-03.json", "trust-2025-09.json" are 2025-03 and 2025-09.
 */
export function waveNames(files: readonly string[]): readonly string[] {
  const paths = files.map((file) => (file === "-" ? ["<stdin>"] : file.split(/[\\/]/).filter((part) => part !== "")));
  const bare = paths.map((parts) => withoutEnding(parts.at(-1) ?? ""));
  const names = isTelling(bare) ? bare : paths.map((parts) => withoutEnding(parts.join("/")));
  return isTelling(names) ? shortened(names) : files;
}

function withoutEnding(name: string): string {
  const bare = name.replace(/\.json$/i, "");
  return bare === "" ? name : bare;
}

function isTelling(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** Words at either end that all have in common. */
function shortened(names: readonly string[]): readonly string[] {
  const rest = turned(withoutStart(turned(withoutStart(names))));
  return isTelling(rest) ? rest : names;
}

/** Up to the last of the signs between words that all share, if no digit stands before it. */
function withoutStart(names: readonly string[]): readonly string[] {
  const [first = ""] = names;
  const length = [...first].findIndex((sign, at) => names.some((name) => [...name][at] !== sign));
  const shared = length < 0 ? first : [...first].slice(0, length).join("");
  const start = /^\D*[-_ ./]/.exec(shared)?.[0] ?? "";
  const rest = names.map((name) => name.slice(start.length));
  return rest.every((name) => name !== "") ? rest : names;
}

function turned(names: readonly string[]): readonly string[] {
  return names.map((name) => [...name].reverse().join(""));
}
