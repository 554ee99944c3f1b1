import { readFileSync } from "node:fs";
import { DOMParser } from "linkedom";
import { validateXML } from "xmllint-wasm";

const SCHEMA = readFileSync(new URL("junit.xsd", import.meta.url), "utf8");

/** What another parser and the schema have against any of them; empty: nothing. One call for many: each starts a worker. */
export async function faultsOf(...documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, at) => ({ fileName: `report-${at}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [SCHEMA] });
  return errors.map(({ rawMessage }) => rawMessage);
}

interface Parsed {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Parsed | null;
  querySelectorAll(selector: string): Iterable<Parsed> & { readonly length: number };
}

/** As elements. */
export function parsed(xml: string): Parsed {
  return new DOMParser().parseFromString(xml, "text/xml") as unknown as Parsed;
}

/** The attribute as it was meant: linkedom leaves `&lt;`, `&gt;` and `&amp;` of attributes as they are written. */
export function attributeOf(element: Parsed | null, name: string): string | null {
  return element?.getAttribute(name)?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&") ?? null;
}
