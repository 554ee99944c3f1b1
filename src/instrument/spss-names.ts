/** Words of its syntax that SPSS takes for no variable. */
const RESERVED: ReadonlySet<string> = new Set("all and by eq ge gt le lt ne not or to with".split(" "));

/**
 * Names of variables for item ids: letters, digits, points and underscores, ending in neither of the latter, no reserved
 * word, and no two alike whatever their case. Ids are at most 40 signs of ASCII, so 64 bytes are never reached.
 */
export function spssNames(ids: readonly string[]): readonly string[] {
  const plain = ids.map(plainName);
  const taken = new Set(ids.filter((id, at) => id === plain[at]).map((id) => id.toLowerCase()));
  return ids.map((id, at) => {
    const name = plain[at] ?? id;
    if (name === id) return name;
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name}_${count}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function plainName(id: string): string {
  const name = id.replaceAll("-", "_").replace(/[._]+$/, "");
  return RESERVED.has(name.toLowerCase()) ? `${name}_1` : name;
}
