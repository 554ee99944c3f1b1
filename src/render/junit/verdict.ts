/** A verdict as JUnit: each gate a test case, so that a pipeline shows which one failed and why. */
import type { GateFinding, GatePart, GateResult, Verdict } from "../../audit/verdict.ts";
import { count, unrounded } from "../numbers.ts";
import type { JunitCase, JunitProperty, JunitResult, JunitSuite } from "./xml.ts";

/** One suite. What could not be judged is an error, never skipped: pipelines pass over skipped ones in silence. */
export function verdictSuite(verdict: Verdict): JunitSuite {
  const { framework, audit, baseline, outcome, exitCode, news, mind } = verdict;
  return {
    name: `Gates: ${framework.title}`,
    properties: [
      ["framework", `${framework.id} ${framework.version}`],
      ["audit", audit.name],
      ...(audit.people === null ? [] : [["people", unrounded(audit.people)] as const]),
      ...(baseline === null ? [] : [["baseline", baseline.name] as const]),
      ["outcome", outcome],
      ["exit code", unrounded(exitCode)],
    ],
    cases: unique(verdict.gates).map(([name, gate]) => gateCase(name, gate, framework.id)),
    output: [news.words, ...mind].filter((words) => words !== "").join("\n"),
  };
}

/** Readers of JUnit tell cases apart by their names, and the same gate may be written twice. */
function unique(gates: readonly GateResult[]): readonly (readonly [string, GateResult])[] {
  const named = gates.map((one) => (one.name === null ? one.gate : `${one.name}: ${one.gate}`));
  return gates.map((one, at) => {
    const name = named[at] ?? one.gate;
    const again = named.slice(0, at).filter((before) => before === name).length;
    return [again === 0 ? name : `${name} (${unrounded(again + 1)})`, one];
  });
}

function gateCase(name: string, gate: GateResult, framework: string): JunitCase {
  return {
    name,
    classname: `${framework}.gates`,
    properties: [
      ["from", gate.from],
      ["mode", gate.mode],
      ["verdict", gate.verdict],
      ["expected", gate.expected],
      ...(gate.found === null ? [] : foundProperties(gate.found)),
    ],
    result: resultOf(gate),
    output: gate.verdict === "pass" ? told(gate) : "",
  };
}

function foundProperties({ path, value, interval, n, unit, method }: GateFinding): readonly JunitProperty[] {
  return [
    ["path", path],
    ["value", unrounded(value)],
    ...(interval === null
      ? []
      : ([
          ["low", unrounded(interval.low)],
          ["high", unrounded(interval.high)],
          ["level", unrounded(interval.level)],
        ] as const)),
    ["n", unrounded(n)],
    ["unit", unit],
    ["method", method],
  ];
}

function resultOf(gate: GateResult): JunitResult {
  switch (gate.verdict) {
    case "pass":
      return { kind: "passed" };
    case "fail":
      return { kind: "failure", type: `gate-${gate.mode}`, message: gate.why, text: told(gate) };
    case "not enough data":
      return { kind: "error", type: "not-enough-data", message: gate.why, text: told(gate) };
  }
}

function told({ expected, found, why, parts }: GateResult): string {
  return [`Expected: ${expected}`, ...(found === null ? [] : [foundLine(found)]), why, ...parts.map(partLine)].join(
    "\n",
  );
}

/** "Found: 52.9 index points (51.8 to 54.0), n 240" */
function foundLine({ words, ends, n }: GateFinding): string {
  return `Found: ${words}${ends === null ? "" : ` (${ends})`}, n ${count(n)}`;
}

function partLine({ path, title, verdict, why }: GatePart): string {
  return `${verdict}: ${title} (${path}): ${why}`;
}
