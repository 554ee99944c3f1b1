/** An audit as JUnit: a suite for everyone and for each grouping, a test case for each composite and dimension. */
import type { Published } from "../../audit/estimate.ts";
import type { Audit, CellResult, CompositeResult, DimensionResult, GroupingResults } from "../../audit/types.ts";
import { base, publishedInterval, score, unrounded } from "../numbers.ts";
import { nothingShown } from "../sections/audit-sheet.ts";
import { findingText, findingTitle } from "../sections/finding-words.ts";
import { formatOf, scoreName, shownIndex, shownScore } from "../sections/reading.ts";
import { bandWords, HIDDEN, markWords } from "../words.ts";

import type { JunitCase, JunitProperty, JunitResult, JunitSuite } from "./xml.ts";

/** Expects an audit whose texts are clean. */
export function auditSuites(audit: Audit): readonly JunitSuite[] {
  if (audit.overall === null) return [nothingSuite(audit)];
  return [
    {
      name: "Everyone",
      properties: runProperties(audit),
      cases: cellCases(audit, audit.overall, audit.framework.id),
      output: audit.findings.map((one) => `${findingTitle(one)}: ${findingText(audit, one)}`).join("\n"),
    },
    ...audit.groupings.map((grouping) => groupingSuite(audit, grouping)),
  ];
}

function nothingSuite(audit: Audit): JunitSuite {
  const words = nothingShown(audit).flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  const result = { kind: "skipped", message: words.join(" ") } as const;
  return {
    name: "Everyone",
    properties: runProperties(audit),
    cases: [{ name: "Results", classname: audit.framework.id, properties: [], result, output: "" }],
    output: "",
  };
}

/** Where the numbers come from. */
function runProperties(audit: Audit): readonly JunitProperty[] {
  const { framework, asked, tool, overall } = audit;
  const mark = markWords(audit);
  return [
    ["framework", `${framework.id} ${framework.version}`],
    ["framework hash", framework.hash],
    ["tool", `${tool.name} ${tool.version}`],
    ...(overall === null ? [] : ([["people", unrounded(overall.people)]] as const)),
    ...(asked.subset === null ? [] : ([["part", asked.subset]] as const)),
    ...(mark === null ? [] : ([["mind", mark]] as const)),
  ];
}

function groupingSuite(audit: Audit, grouping: GroupingResults): JunitSuite {
  const { text, cells, withheld, reason } = grouping;
  const classname = `${audit.framework.id}.${text}`;
  const hidden = {
    name: text,
    classname,
    properties: [],
    result: { kind: "skipped", message: reason ?? HIDDEN },
  } as const;
  return {
    name: `By ${text}`,
    properties: [],
    cases: withheld
      ? [{ ...hidden, output: "" }]
      : cells.flatMap((cell) => cellCases(audit, cell, `${classname}=${cell.label}`)),
    output: "",
  };
}

function cellCases(audit: Audit, { composites, dimensions }: CellResult, classname: string): readonly JunitCase[] {
  return [...composites, ...dimensions].map((one) => scoreCase(audit, one, classname));
}

/** Named as gates name it, so that a reader can hold a limit against it. */
function scoreCase(audit: Audit, scored: CompositeResult | DimensionResult, classname: string): JunitCase {
  const { reading } = audit.framework;
  const shown = shownScore(scored);
  const target = scored.target === null ? null : shownIndex(reading, scored.target);
  return {
    name: `${scored.title} (${scored.id}.${scoreName(reading)})`,
    classname,
    properties: [
      ...estimateProperties(shown),
      ...(scored.band === null ? [] : ([["band", bandWords(scored.band)]] as const)),
      ...(target === null ? [] : ([["target", unrounded(target)]] as const)),
    ],
    result: resultOf(shown),
    output: shown.kind === "estimate" ? scoreLine(audit, scored) : "",
  };
}

function estimateProperties(shown: Published): readonly JunitProperty[] {
  if (shown.kind !== "estimate") return [];
  const { value, interval, n, unit, method } = shown;
  const ends =
    interval === null
      ? []
      : ([
          ["low", unrounded(interval.low)],
          ["high", unrounded(interval.high)],
          ["level", unrounded(interval.level)],
        ] as const);
  return [["value", unrounded(value)], ...ends, ["n", unrounded(n)], ["unit", unit], ["method", method]];
}

/** What was not asked and what may not be told are both no result, and say which of the two. */
function resultOf(shown: Published): JunitResult {
  switch (shown.kind) {
    case "estimate":
      return { kind: "passed" };
    case "hidden":
      return { kind: "skipped", message: shown.words === null ? HIDDEN : `${shown.words}: ${HIDDEN}` };
    case "none":
      return { kind: "skipped", message: `no data: ${shown.reason}` };
  }
}

/** "index 53 (52 to 54), n 240, mixed; target 75" */
function scoreLine({ framework: { reading } }: Audit, scored: CompositeResult | DimensionResult): string {
  const shown = shownScore(scored);
  if (shown.kind !== "estimate") return "";
  const format = formatOf(reading, scored);
  const ends = shown.interval === null ? "" : ` (${publishedInterval(shown, format)})`;
  const band = scored.band === null ? "" : `, ${bandWords(scored.band)}`;
  const target = scored.target === null ? "" : `; target ${score(shownIndex(reading, scored.target))}`;
  return `${scoreName(reading)} ${format(shown.value)}${ends}, n ${base(shown)}${band}${target}`;
}
