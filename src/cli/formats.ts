import { TEXT_FORMATS } from "../render/formats.ts";

/** What `-o` takes for a report; workbooks and PDF are files that are no text. */
export const AUDIT_FORMATS = [...TEXT_FORMATS, "xlsx", "pdf"] as const;
/** For a result that is a page. */
export const PAGE_FORMATS = ["terminal", "markdown", "md", "html", "pdf", "json"] as const;
/** For comparisons and trends. */
export const WAVE_FORMATS = [...PAGE_FORMATS, "csv"] as const;
/** For verdicts. */
export const VERDICT_FORMATS = [...PAGE_FORMATS, "junit", "github"] as const;
/** For what a file holds. */
export const INSPECT_FORMATS = ["terminal", "markdown", "md", "json"] as const;

/** As the help names them: without the short form of Markdown's name. */
export function formatWords(formats: readonly string[]): string {
  return `${formats.filter((name) => name !== "md").join(", ")}; repeatable`;
}
