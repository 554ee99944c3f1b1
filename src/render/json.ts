import type { Audit } from "../audit/types.ts";

/** Characters that are legal inside a JSON string and yet could steer a terminal or reorder what it shows. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The audit as it is: keys in the order they were built in, two spaces, a newline at the end. Same audit, same bytes. */
export function renderJson(audit: Audit): string {
  return jsonText(audit);
}

/** JSON that cannot steer a terminal, with a newline at the end. */
export function jsonText(document: object): string {
  const text = JSON.stringify(document, null, 2);
  return `${text.replace(UNSAFE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
