import { attribute, closingTag, eachTag, tags } from "./xml.ts";

/** Numbers of the built-in formats 0% and 0.00%. */
const BUILT_IN: ReadonlySet<string> = new Set(["9", "10"]);

/** Which cell styles (by number, as cells name them) show a figure as per cent. xml: styles.xml. */
export function percentStyles(xml: string): ReadonlySet<string> {
  const formats = new Map(tags(xml, "numFmt").map((tag) => [attribute(tag, "numFmtId"), attribute(tag, "formatCode")]));
  const base = tags(section(xml, "cellStyleXfs"), "xf");
  const percent = (tag: string): boolean => {
    const format =
      attribute(tag, "numFmtId") ?? attribute(base[Number(attribute(tag, "xfId"))] ?? "", "numFmtId") ?? "0";
    const code = formats.get(format);
    return code === undefined ? BUILT_IN.has(format) : showsPercent(code);
  };
  return new Set(tags(section(xml, "cellXfs"), "xf").flatMap((tag, at) => (percent(tag) ? [String(at)] : [])));
}

/** A sign in quotation marks, in brackets or behind a backslash is text and does not multiply. */
function showsPercent(code: string): boolean {
  return code.replace(/"[^"]*"|\[[^[\]]*\]|[\\_*]./g, "").includes("%");
}

function section(xml: string, name: string): string {
  const [opening] = eachTag(xml, name);
  const closing = opening === undefined ? null : closingTag(xml, name, opening);
  return opening === undefined || closing === null ? "" : xml.slice(opening.from, closing.from);
}
