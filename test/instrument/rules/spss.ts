/**
 * Rules of SPSS. Names: the manual's chapter "Variable Names", quoted in
 * http://webservices.itcs.umich.edu/mediawiki/qualtrics/index.php?diff=prev&oldid=267&title=SPSS_notes, with the reserved
 * words of the Base User's Guide 13.0, page 78. Value labels of at most 120 bytes, an apostrophe written twice, a label
 * continued by a plus sign, sets of labels parted by slashes: "Overview (VALUE LABELS command)",
 * https://www.ibm.com/support/knowledgecenter/en/SSLVMB_23.0.0/spss/base/syn_value_labels_overview.html. Lines of at most
 * 251 bytes, continued lines indented: what old versions and batch runs need; newer ones take more.
 */
const SPSS = {
  name: /^[A-Za-z@][A-Za-z0-9._$#@]{0,63}$/,
  badEnd: /[._]$/,
  reserved: ["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"],
  line: 251,
  commands: ["VARIABLE LABELS", "VALUE LABELS", "MISSING VALUES", "VARIABLE LEVEL"],
} as const;

/** What is against the rules, in words. */
export function spssFaults(text: string, names: readonly string[]): readonly string[] {
  const folded = names.map((name) => name.toLowerCase());
  return [
    ...names.filter(
      (name) =>
        !SPSS.name.test(name) ||
        SPSS.badEnd.test(name) ||
        (SPSS.reserved as readonly string[]).includes(name.toUpperCase()),
    ),
    ...folded.filter((name, at) => folded.indexOf(name) !== at),
    ...lineFaults(text),
  ];
}

function lineFaults(text: string): readonly string[] {
  const lines = text.trimEnd().split("\n");
  return lines.flatMap((line, at) => {
    const begins = (SPSS.commands as readonly string[]).includes(line) || line.startsWith("* ");
    const next = lines[at + 1];
    const last = next === undefined || !next.startsWith(" ");
    return [
      ...(new TextEncoder().encode(line).length > SPSS.line ? [`too long: ${line}`] : []),
      ...(begins || line.startsWith(" ") ? [] : [`not indented: ${line}`]),
      ...(last === line.endsWith(".") || (line.startsWith(" ") && !last) ? [] : [`the full stop: ${line}`]),
      ...((line.split("'").length - 1) % 2 === 0 || line.startsWith("* ") ? [] : [`a quotation mark: ${line}`]),
    ];
  });
}
