/** Reads annotations as the runner of GitHub Actions documents them: `::name key=value,key=value::data`, escapes undone last. */
export interface ReadAnnotation {
  readonly level: string;
  readonly title: string;
  readonly text: string;
}

export function readAnnotations(log: string): readonly ReadAnnotation[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const match = /^\s*::(\w+)(?: ([^:]*))?::(.*)$/.exec(line);
    if (match === null) return [];
    const [, level = "", properties = "", data = ""] = match;
    const pairs = properties.split(",").map((pair) => pair.split("=", 1).concat(pair.slice(pair.indexOf("=") + 1)));
    const title = pairs.find(([key]) => key === "title")?.[1] ?? "";
    return [{ level, title: plain(title, true), text: plain(data, false) }];
  });
}

function plain(text: string, isProperty: boolean): string {
  const undone = isProperty ? text.replaceAll("%3A", ":").replaceAll("%2C", ",") : text;
  return undone.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
