/** JUnit XML as Jenkins, GitLab and GitHub actions read it: suites of test cases with properties, in one writer. */
export interface JunitSuite {
  readonly name: string;
  readonly properties: readonly JunitProperty[];
  readonly cases: readonly JunitCase[];
  /** What was said beside the cases; "": nothing. */
  readonly output: string;
}

export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly properties: readonly JunitProperty[];
  readonly result: JunitResult;
  /** "": nothing. */
  readonly output: string;
}

export type JunitProperty = readonly [name: string, value: string];

/** `failure`: judged and not met; `error`: could not be judged; `skipped`: not looked at. */
export type JunitResult =
  | { readonly kind: "passed" }
  | { readonly kind: "failure" | "error"; readonly type: string; readonly message: string; readonly text: string }
  | { readonly kind: "skipped"; readonly message: string };

/** The document, ending with a newline. It names no time: the same input gives the same bytes. */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(name)}"${counts(all)}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

function counts(cases: readonly JunitCase[]): string {
  const of = (kind: JunitResult["kind"]) => cases.filter(({ result }) => result.kind === kind).length;
  return ` tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
}

function suiteLines({ name, properties, cases, output }: JunitSuite): readonly string[] {
  return [
    `  <testsuite name="${attribute(name)}"${counts(cases)}>`,
    ...propertyLines(properties, "    "),
    ...cases.flatMap(caseLines),
    ...outputLines(output, "    "),
    "  </testsuite>",
  ];
}

function caseLines({ name, classname, properties, result, output }: JunitCase): readonly string[] {
  const inner = [...propertyLines(properties, "      "), ...resultLines(result), ...outputLines(output, "      ")];
  const start = `    <testcase name="${attribute(name)}" classname="${attribute(classname)}"`;
  return inner.length === 0 ? [`${start}/>`] : [`${start}>`, ...inner, "    </testcase>"];
}

function propertyLines(properties: readonly JunitProperty[], indent: string): readonly string[] {
  if (properties.length === 0) return [];
  const line = ([name, value]: JunitProperty) =>
    `${indent}  <property name="${attribute(name)}" value="${attribute(value)}"/>`;
  return [`${indent}<properties>`, ...properties.map(line), `${indent}</properties>`];
}

function resultLines(result: JunitResult): readonly string[] {
  switch (result.kind) {
    case "passed":
      return [];
    case "skipped":
      return [`      <skipped message="${attribute(result.message)}"/>`];
    default: {
      const { kind, type, message, text } = result;
      const start = `<${kind} type="${attribute(type)}" message="${attribute(message)}"`;
      return [text === "" ? `      ${start}/>` : `      ${start}>${content(text)}</${kind}>`];
    }
  }
}

function outputLines(output: string, indent: string): readonly string[] {
  return output === "" ? [] : [`${indent}<system-out>${content(output)}</system-out>`];
}

/** What XML 1.0 has no place for, escaped or not. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Line breaks stay line breaks; a bare carriage return would come back as one. */
function content(text: string): string {
  return text
    .replace(ILLEGAL, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** White space of an attribute comes back as spaces unless it is written as a reference. */
function attribute(text: string): string {
  return text
    .replace(ILLEGAL, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
