/** What a reader of an exported file finds in it, by the vendor's rules alone: the questions in their order. */
export interface AskedQuestion {
  /** What the tool calls the column when it sends the answers back. */
  readonly header: string;
  /** The same with headings as full texts, where the tool can; absent: it cannot. */
  readonly full?: string;
  /** The question as people read it. */
  readonly wording: string;
  /** Null: the answer is typed. Code: what the tool stores; text: what people choose. */
  readonly choices: readonly { readonly code: string; readonly text: string }[] | null;
}

/** Texts as a browser shows them: tags gone, entities read. */
export function shown(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
