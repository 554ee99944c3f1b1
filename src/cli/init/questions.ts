import type { FrameworkFit } from "../../engines/inspection/types.ts";
import type { Framework } from "../../framework/types.ts";
import type { Asker, Offer } from "./asker.ts";
import type { GroupColumn } from "./look.ts";
import type { Pipeline } from "./wishes.ts";

/** Where exports will lie that are not there yet. */
const LATER = "exports/*.csv";

/** 1: which export. */
export async function askData(
  asker: Asker,
  found: readonly string[],
  isThere: (name: string) => boolean,
): Promise<string | null> {
  const own = { kind: "own" as const };
  const offers: readonly Offer<string | typeof own>[] = [
    ...found.map((name) => ({ name, value: name })),
    { name: `none yet: it will lie in ${LATER}`, value: LATER },
    { name: "another: I type its name", value: own },
  ];
  const answer = await asker.choose<string | typeof own>("1 of 5  Which export is scored?", offers);
  if (answer === null || typeof answer === "string") return answer;
  return asker.line("File, or a pattern such as exports/*.csv:", (line) => {
    if (line === "") return "Please type the name of a file.";
    return line.includes("*") || isThere(line)
      ? null
      : "There is no such file. One that comes later needs a * in its name.";
  });
}

/** 2: which framework; those whose items the export has come first. */
export function askFramework(
  asker: Asker,
  fits: readonly FrameworkFit[],
  all: readonly { readonly id: string; readonly title: string }[],
): Promise<string | null> {
  const fitting = new Set(fits.map(({ framework }) => framework.id));
  return asker.choose("2 of 5  Which framework was asked?", [
    ...fits.map(({ framework: { id, title }, found, items }) => ({
      name: `${id}: ${title} (${found} of ${items} items found)`,
      value: id,
    })),
    ...all.filter(({ id }) => !fitting.has(id)).map(({ id, title }) => ({ name: `${id}: ${title}`, value: id })),
  ]);
}

/** 3, first half: who answered; asked only where nothing says it. */
export function askAudience(asker: Asker, { audiences }: Pick<Framework, "audiences">): Promise<string | null> {
  return asker.choose(
    "3 of 5  Who answered?",
    audiences.map(({ id, title }) => ({ name: title === id ? id : `${id}: ${title}`, value: id })),
  );
}

/** 3: which groups are compared. */
export async function askGroups(asker: Asker, columns: readonly GroupColumn[]): Promise<readonly string[] | null> {
  if (columns.length === 0) return [];
  const offers = columns.map(({ header, values }) => ({ name: `${header} (${values} groups)`, value: [header] }));
  return asker.choose<readonly string[]>("3 of 5  Which groups are compared?", [
    ...offers,
    { name: "none", value: [] },
  ]);
}

/** 4: how many were asked; "" is unknown. */
export function askHeadcount(asker: Asker): Promise<string | null> {
  return asker.line("4 of 5  How many people were asked? (Enter: not known)", (line) =>
    /^(?:[1-9]\d{0,8})?$/.test(line) ? null : "Please type a whole number, or nothing.",
  );
}

const PIPELINE_WORDS: Readonly<Record<Pipeline, string>> = {
  github: "GitHub Actions",
  gitlab: "GitLab CI",
  cron: "cron on a machine of ours",
  none: "nobody: I run it by hand",
};

/** 5: who runs it every month. */
export function askPipeline(asker: Asker): Promise<Pipeline | null> {
  const offers = (["none", "github", "gitlab", "cron"] as const).map((value) => ({
    name: PIPELINE_WORDS[value],
    value,
  }));
  return asker.choose("5 of 5  Who runs it every month?", offers);
}
