import type { Framework } from "../../framework/types.ts";
import { hasControls } from "../../interview/typed.ts";
import type { SegmentQuestion } from "../../interview/types.ts";
import { isPersonal, isPlace } from "../../response/columns/column-kinds.ts";
import { createItemIndex } from "../../response/columns/item-index.ts";
import { UsageError } from "../exit.ts";

/** Columns the survey writes itself. */
const OWN_COLUMNS = ["assessment", "audience"];
/** Digits 1–9 and then letters name the options on the screen. */
const MOST_OPTIONS = 30;

/**
 * `department=Sales,Service` (options to choose from; `"R&D, Lab"` keeps a comma) or `department` (typed freely),
 * one value of `--segment` each. Throws UsageError.
 */
export function parseSegments(values: readonly string[]): readonly SegmentQuestion[] {
  const segments = values.map(parseSegment);
  refuseUnusable(segments);
  return segments;
}

/** Whether they are written on the command line or stand in a journal. Throws UsageError. */
export function refuseUnusable(segments: readonly SegmentQuestion[]): void {
  for (const segment of segments) refuseUnusableOne(segment);
  const twice = repeated(segments.map(({ name }) => name));
  if (twice !== undefined) throw new UsageError(`--segment ${twice} is given twice.`, "Ask each of them once.");
}

/** A segment's column must not be taken for one of the framework's items. Throws UsageError. */
export function refuseItemNames(segments: readonly SegmentQuestion[], framework: Framework): void {
  const itemOf = createItemIndex(framework, null);
  for (const { name } of segments) {
    const [item] = itemOf(name.replace(/ (?:hands|note)$/i, ""))?.items ?? [];
    if (item === undefined) continue;
    throw new UsageError(
      `--segment ${name}: that is how ${framework.id} names its item ${item.id}.`,
      "Give the question about the person a name of its own.",
    );
  }
}

function parseSegment(value: string): SegmentQuestion {
  const cut = value.indexOf("=");
  if (cut < 0) return { name: value.trim(), options: [] };
  const options = splitOptions(value.slice(cut + 1)).map((option) => option.trim());
  return { name: value.slice(0, cut).trim(), options };
}

function refuseUnusableOne(segment: SegmentQuestion): void {
  refuseName(segment);
  const { name, options } = segment;
  const [only, ...others] = options;
  if (only === undefined) return;
  if (options.some((option) => option.trim() === ""))
    throw new UsageError(
      `--segment ${asTyped(segment)}: an option is empty.`,
      `Write them with commas between: --segment '${name}=Sales,Service'; without "=" the answer is typed freely.`,
    );
  if (options.some(hasControls)) throw new UsageError(`--segment ${name}: an option holds a line break or tab.`);
  const twice = repeated(options);
  if (twice !== undefined) throw new UsageError(`--segment ${name}: the option ${twice} is given twice.`);
  if (others.length === 0)
    throw new UsageError(
      `--segment ${asTyped(segment)}: there is only one option.`,
      "Give at least two, with commas between.",
    );
  if (options.length > MOST_OPTIONS)
    throw new UsageError(
      `--segment ${name}: ${options.length} options are more than a screen can show (${MOST_OPTIONS}).`,
      `Put small ones together, or let people type: --segment '${name}'. Small groups are not shown anyway.`,
    );
}

function refuseName(segment: SegmentQuestion): void {
  const { name } = segment;
  if (name.trim() === "")
    throw new UsageError(`--segment ${asTyped(segment)}: the name is missing.`, "Like this: --segment department");
  if (hasControls(name)) throw new UsageError(`--segment ${name}: the name holds a line break or tab.`);
  if (!/^[\p{L}\p{N}_]/u.test(name))
    throw new UsageError(`--segment ${name}: the name begins with a sign.`, "Begin it with a letter or a digit.");
  if (OWN_COLUMNS.includes(name.toLowerCase()))
    throw new UsageError(`--segment ${name}: the survey has a column of that name already.`, "Choose another name.");
  if (isPersonal(name) && !isPlace(name))
    throw new UsageError(
      `--segment ${name}: that would tell who answered.`,
      "Ask only what many people share, such as a department or a site.",
    );
}

function asTyped({ name, options }: SegmentQuestion): string {
  return options.length === 0 ? name : `${name}=${options.join(",")}`;
}

/** At commas outside double quotes. */
function splitOptions(text: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === "," && !quoted) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return [...parts, part].map((option) => /^\s*"(.*)"\s*$/s.exec(option)?.[1] ?? option);
}

/** The first that stands twice, whatever its case. */
function repeated(names: readonly string[]): string | undefined {
  const folded = names.map((name) => name.toLowerCase());
  return names.find((_, at) => folded.indexOf(folded[at] ?? "") !== at);
}
