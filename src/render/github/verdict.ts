/** A verdict as annotations and as a page for the summary of a job. */
import type { GateResult, Outcome, Verdict } from "../../audit/verdict.ts";
import { capital } from "../../problems/capital.ts";
import type { Block, Sheet, Tone } from "../sheet.ts";
import type { Annotation } from "./annotations.ts";

const LEVELS: Readonly<Record<Outcome, Annotation["level"]>> = {
  fail: "error",
  "not enough data": "warning",
  pass: "notice",
};
const TITLES: Readonly<Record<Outcome, string>> = {
  fail: "Gate failed",
  "not enough data": "Gate: not enough data",
  pass: "Gate passed",
};
const TONES: Readonly<Record<Outcome, Tone>> = { fail: "poor", "not enough data": "fair", pass: "good" };
const WORST_FIRST: readonly Outcome[] = ["fail", "not enough data", "pass"];

/** Failed gates first. */
export function verdictAnnotations({ gates, news, mind }: Verdict): readonly Annotation[] {
  const judged = WORST_FIRST.flatMap((outcome) => gates.filter(({ verdict }) => verdict === outcome));
  return [
    ...judged.map(gateAnnotation),
    ...(news.words === "" ? [] : [{ level: "notice", title: "Data", text: news.words } as const]),
    ...mind.map((text) => ({ level: "warning", title: "Mind", text }) as const),
  ];
}

function gateAnnotation({ gate, name, verdict, expected, why }: GateResult): Annotation {
  return {
    level: LEVELS[verdict],
    title: `${TITLES[verdict]}: ${name ?? gate}`,
    text: `${why} Expected: ${expected} (${gate}).`,
  };
}

/** Shorter than the page that `check` draws: one row a gate. */
export function verdictPage({ framework, outcome, news, gates, mind }: Verdict, own: string | null = null): Sheet {
  const table: Block = {
    kind: "table",
    columns: [{ title: "Gate" }, { title: "Verdict" }, { title: "Expected" }, { title: "Why" }],
    rows: gates.map(({ gate, name, verdict, expected, why }) => [
      name === null ? gate : `${name}: ${gate}`,
      { text: verdict, tone: TONES[verdict] },
      expected,
      why,
    ]),
  };
  return {
    title: `Gates: ${own ?? framework.title}`,
    blocks: [
      { kind: "paragraph", tone: "strong", text: capital(`${outcome}.`) },
      ...(news.words === "" ? [] : [{ kind: "paragraph", text: news.words } as const]),
      ...(gates.length === 0 ? [] : [table]),
      ...(mind.length === 0 ? [] : [{ kind: "list", items: mind } as const]),
    ],
  };
}
