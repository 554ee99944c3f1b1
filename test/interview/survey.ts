import type { CodedScale, FigureScale, Framework, Scale } from "../../src/framework/types.ts";
import { begin, type InterviewState, press, typing } from "../../src/interview/machine.ts";
import { planInterview } from "../../src/interview/plan.ts";
import type { Screen } from "../../src/interview/screen.ts";
import type { Entry, InterviewPlan, InterviewSetup, Seating } from "../../src/interview/types.ts";
import { screenOf } from "../../src/interview/view.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { dimension, framework, item } from "../fixture.ts";

function coded(id: string, codes: readonly number[], label: (code: number) => string | undefined): CodedScale {
  const points = codes.map((code) => {
    const word = label(code);
    return { code, ...(word === undefined ? {} : { label: word }), aliases: [] };
  });
  const ends = { min: codes[0]!, max: codes.at(-1)! };
  const words = { notApplicable: [], dontKnow: [], favourable: [], favourableWhenLower: [] };
  return { kind: "coded", id, title: id, points, ...ends, ...words };
}

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const words = { notApplicable: [], dontKnow: [] };
const DAYS: FigureScale = {
  kind: "figure",
  id: "days",
  title: "Days",
  worst: 30,
  best: 0,
  decimals: 1,
  unit: "days",
  ...words,
};

const SCALES: readonly Scale[] = [
  coded("agree", upTo(1, 5), (code) => `point ${code}`),
  coded("likely", upTo(0, 10), (code) => (code === 0 ? "never" : code === 10 ? "surely" : undefined)),
  coded("signed", upTo(-2, 2), (code) => `sign ${code}`),
  coded("percent", upTo(0, 100), () => undefined),
  DAYS,
];

/** Every kind of scale: K1 and K2 agree, L1 0–10, S1 signed, P1 percent, F1 a figure, O1 an outcome. */
export const MIXED: Framework = framework({
  title: "Mixed",
  purpose: "Asks a little of everything.",
  scales: new Map(SCALES.map((scale) => [scale.id, scale])),
  items: [
    item("K1", "k"),
    item("K2", "k"),
    item("L1", "l", { scale: "likely" }),
    item("S1", "s", { scale: "signed" }),
    item("P1", "p", { scale: "percent" }),
    item("F1", "f", { scale: "days" }),
    item("O1", undefined, { scale: "likely" }),
  ],
  dimensions: [dimension("k", ["K1", "K2"])],
  forms: [{ id: "short", title: "Short", items: ["K1", "K2"] }],
});

/** Four questions of 1–5. */
export const PLAIN: Framework = framework({
  title: "Plain",
  purpose: "Asks four questions.",
  items: [item("A", "d"), item("B", "d"), item("C", "d"), item("D", "d")],
  dimensions: [dimension("d", ["A", "B", "C", "D"])],
});

export const ONE: Seating = { kind: "one" };
export const ROOM: Seating = { kind: "consensus" };
export const turns = (count: number): Seating => ({ kind: "participants", count });

export function planOf(of: Framework, more: Partial<InterviewSetup> = {}): InterviewPlan {
  return planInterview(of, {
    framework: { ref: of.id, id: of.id, version: of.version, hash: of.hash },
    audience: of.audiences[0]!.id,
    form: null,
    seating: ONE,
    shuffle: null,
    segments: [],
    ...more,
  });
}

export function bundled(id: string): Promise<Framework> {
  return createShelf(`${import.meta.dirname}/../..`)
    .framework(id)
    .then((loaded) => loaded.framework);
}

/** A survey that is driven: what was pressed and typed, all entries, the screen now. */
export interface Drive {
  readonly state: InterviewState;
  readonly entries: readonly Entry[];
}

export const start = (plan: InterviewPlan): Drive => ({ state: begin(plan), entries: [] });

/**
 * As at the keyboard: a sign is pressed, or typed where a line is open; `<return>` is a key with a name; `{…}` is the whole
 * line at once.
 */
export function drive(from: Drive, script: string): Drive {
  let { state, entries } = from;
  for (const [, name, line, sign = ""] of script.matchAll(/<([^>]+)>|\{([^}]*)\}|(\S)/g)) {
    const open = screenOf(state).input;
    const text = line ?? (sign !== "" && open !== null ? open.text + sign : undefined);
    const step = text === undefined ? press(state, { name: name ?? sign }) : typing(state, text);
    state = step.state;
    entries = [...entries, ...step.entries];
  }
  return { state, entries };
}

export const ENTER = "<return>";

export const shown = ({ state }: Drive): Screen => screenOf(state);

/** The answers of one seat in short: `K1=4 K2=n @team=Sales`. */
export function answersOf({ state }: Pick<Drive, "state">, seat = 1): string {
  const found = state.seats.find((one) => one.seat === seat);
  return [...(found?.answers ?? [])]
    .map(([key, answer]) => {
      const value = answer.kind === "code" ? answer.code : "text" in answer ? answer.text : answer.kind;
      return `${key}=${value}`;
    })
    .join(" ");
}
