import type { Screen } from "../../interview/screen.ts";
import { cleanText } from "../../render/clean.ts";
import type { Ruler } from "../../render/terminal/ruler.ts";
import { wrap } from "../../render/terminal/wrap.ts";

export interface SpokenPage {
  readonly ruler: Ruler;
  readonly width: number;
  /** Commands that were read out already: questions do not repeat them. These are added. */
  readonly said: Set<string>;
}

/** The screen as lines in the order they are read. What was just read is not read again, and no command twice. */
export function linesOf(screen: Screen, before: Screen | null, { ruler, width, said }: SpokenPage): readonly string[] {
  const notice = screen.notice === null ? [] : [screen.notice.text];
  const texts =
    before !== null && sameQuestion(before, screen)
      ? [...notice, ...inputWords(screen)]
      : ["", ...titleWords(screen, before), ...questionWords(screen), ...notice, ...keyWords(screen, said)];
  return texts.flatMap((text) => wrap(cleanText(text), width, ruler));
}

/** Whether only the notice and the line being typed differ. */
export function sameQuestion(a: Screen, b: Screen): boolean {
  const core = ({ title, progress, heading, paragraphs, options, input }: Screen) =>
    JSON.stringify([
      title,
      progress,
      heading,
      paragraphs,
      options.map(({ key, chosen }) => [key, chosen]),
      input?.label,
    ]);
  return core(a) === core(b);
}

function titleWords({ title }: Screen, before: Screen | null): readonly string[] {
  return title === "" || title === before?.title ? [] : [title];
}

function questionWords(screen: Screen): readonly string[] {
  return [
    ...(screen.progress === null ? [] : [`${screen.progress.words}.`]),
    screen.heading,
    ...screen.paragraphs,
    ...gathered(screen.options),
    ...inputWords(screen),
  ].filter((text) => text !== "");
}

/** Points without a word of their own are read as one: "1 to 9". */
function gathered(options: Screen["options"]): readonly string[] {
  const lines: string[] = [];
  let bare: readonly string[] = [];
  const close = () => {
    if (bare.length > 0) lines.push(bare.length > 1 ? `${bare[0]} to ${bare.at(-1)}` : String(bare[0]));
    bare = [];
  };
  for (const option of options.flatMap(typedOption)) {
    if (option.label === "" && !option.chosen) bare = [...bare, option.key];
    else {
      close();
      lines.push(optionWords(option));
    }
  }
  close();
  return lines;
}

function typedOption(option: Screen["options"][number]): readonly Screen["options"][number][] {
  const key = spokenKey(option.key);
  return key === null ? [] : [{ ...option, key }];
}

/** As it is typed on a line; null: arrows, which are not. */
function spokenKey(key: string): string | null {
  const typed = key.split(" ").filter((part) => !/^[←↑→↓]$/.test(part));
  return typed.length === 0 ? null : typed.map((part) => (part === "Esc" ? "/" : part)).join(" ");
}

function optionWords({ key, label, chosen }: Screen["options"][number]): string {
  return `${key}${label === "" ? "" : `: ${label}`}${chosen ? " (answered before)" : ""}`;
}

function inputWords({ input }: Screen): readonly string[] {
  if (input === null) return [];
  const begun = input.text === "" ? "" : ` So far: ${input.text}`;
  return [`${input.label}${begun}`.trim()].filter((text) => text !== "");
}

/** In a line of text there is no Escape key: a slash stands for it. What any key does, Enter does. */
function keyWords({ keys, options, input }: Screen, said: Set<string>): readonly string[] {
  const words = keys.map(({ key, does }) =>
    key === "Enter" || key === "any key" ? `Enter to ${does}` : `${spokenKey(key) ?? key} ${does}`,
  );
  // Questions come one after the other; any other screen is one's first word on what to do there.
  const isQuestion = options.length > 0 || input !== null;
  const fresh = words.filter((word) => !isQuestion || !said.has(word));
  for (const word of fresh) said.add(word);
  return fresh.length === 0 ? [] : [`Commands: ${fresh.join(", ")}.`];
}
