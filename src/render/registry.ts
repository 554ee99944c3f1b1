import type { Audit } from "../audit/types.ts";
import { TEXT_FORMATS, type TextFormat } from "./formats.ts";
import { restyled } from "./restyled.ts";
import { type HouseStyle, PLAIN_STYLE } from "./style.ts";
import { renderTerminal } from "./terminal/terminal.ts";

export interface RenderOptions {
  /** A name of `TEXT_FORMATS`. */
  readonly format: string;
  /** Columns of the terminal; drawn for 60 to 160. */
  readonly width: number;
  /** Lines of the terminal; null or absent: as many as it takes. Only the live view (`room`) goes by it. */
  readonly height?: number | null;
  /** To be read aloud: nothing drawn. Only the live view goes by it. */
  readonly spoken?: boolean;
  readonly color: boolean;
  /** Absent: our own. */
  readonly style?: HouseStyle;
}

type Renderer = (audit: Audit, options: RenderOptions) => Promise<string>;

const markdown: Renderer = async (audit, { style }) => (await import("./markdown.ts")).renderMarkdown(audit, style);

/** Format → its renderer. The terminal, the default, comes along; the others are loaded when asked for. */
const RENDERERS: Readonly<Record<TextFormat, Renderer>> = {
  terminal: renderTerminal,
  markdown,
  md: markdown,
  html: async (audit, { style }) => (await import("./html.ts")).renderHtml(audit, style ?? PLAIN_STYLE),
  room: async (audit, options) => (await import("./terminal/room.ts")).renderRoom(audit, options),
  json: async (audit) => (await import("./json.ts")).renderJson(audit),
  csv: async (audit) => (await import("./csv.ts")).renderCsv(audit),
  junit: async (audit) => (await import("./junit.ts")).renderJunit(audit),
  github: async (audit, { style }) => (await import("./github.ts")).renderGithub(audit, style ?? PLAIN_STYLE),
};

/** For programs to read: the framework's own words. */
const DATA: ReadonlySet<string> = new Set(["json", "csv"]);

/** The report in one format, a text ending with a newline. Throws on a format that is not in `TEXT_FORMATS`. */
export function render(audit: Audit, options: RenderOptions): Promise<string> {
  const name = TEXT_FORMATS.find((one) => one === options.format);
  if (name === undefined) throw new RangeError(`no renderer for "${options.format}"`);
  const { style = PLAIN_STYLE, format } = options;
  return RENDERERS[name](DATA.has(format) ? audit : restyled(audit, style), options);
}
