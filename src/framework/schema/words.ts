/** The pattern by which the schema asks for a text that is not blank. */
export const SOME_TEXT = "\\S";

const WANTED: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map of keys and values",
  null: "null",
};

/** The kind a schema asks for, in words: "text", "a list", "text or a map of keys and values". */
export function kindWanted(type: unknown): string {
  const types = Array.isArray(type) ? type : String(type).split(",");
  return types.map((name) => WANTED[String(name)] ?? String(name)).join(" or ");
}

/** The kind a value is, in words. */
export function describeKind(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return Number.isFinite(value) ? `the number ${value}` : "not a number";
  if (typeof value === "boolean") return `the value ${value}`;
  return typeof value === "string" ? "text" : "a map of keys and values";
}

/** Words as a list for a sentence: "a, b or c". */
export function asList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The same words written so that they match the pattern of a name, when that is a matter of case and separators. */
export function slug(text: string, pattern: string): string | undefined {
  if (text.length > 64) return undefined;
  const words =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [words.join("-"), words.join("_")].find((name) => new RegExp(pattern, "u").test(name));
}
