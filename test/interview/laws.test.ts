import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resume } from "../../src/interview/machine.ts";
import { MOST_CHOICES } from "../../src/interview/questions.ts";
import { replay } from "../../src/interview/replay.ts";
import type { InterviewPlan, Seat } from "../../src/interview/types.ts";
import { screenOf } from "../../src/interview/view.ts";
import { finished } from "./robot.ts";
import { type Drive, drive, ENTER, MIXED, planOf, shown, start, turns } from "./survey.ts";

const SEGMENTS = [
  { name: "team", options: ["red", "blue"] },
  { name: "place", options: [] },
];

const plan: fc.Arbitrary<InterviewPlan> = fc
  .record({
    seating: fc.constantFrom({ kind: "one" } as const, { kind: "consensus" } as const, turns(1), turns(2), turns(4)),
    shuffle: fc.option(fc.integer({ min: 0, max: 99 })),
    segments: fc.constantFrom([], SEGMENTS),
    form: fc.constantFrom(null, "short"),
  })
  .map((setup) => planOf(MIXED, setup));

/** Enter, digits and yes come often, so that a run gets somewhere. */
const token = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."0123456789") },
  { weight: 5, arbitrary: fc.constantFrom(ENTER, "s", "n", "d") },
  { weight: 2, arbitrary: fc.constantFrom(..."bchwy?aeqxz-.,") },
  { weight: 2, arbitrary: fc.constantFrom("<left>", "<right>", "<up>", "<down>", "<escape>", "<backspace>", "<tab>") },
  { weight: 2, arbitrary: fc.constantFrom("{}", "{SECRET}", "{12,5}", "{3}", "{1 0 2 0 0}", "{Sales}", "{-1}", "{2}") },
);
/** Runs that mean something together and would seldom come by chance. */
const runs = fc.constantFrom(
  ["w", "y"],
  ["<escape>", "w", "y"],
  ["c", "{SECRET}", "<escape>"],
  ["c", "{SECRET}", ENTER],
  ["q", "y"],
  ["s", "s", "s"],
);

function keysOf(single: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<readonly string[]> {
  const group = fc.oneof({ weight: 8, arbitrary: single.map((one) => [one]) }, { weight: 2, arbitrary: runs });
  return fc.array(group, { maxLength }).map((groups) => groups.flat());
}

/** Behind the doors from the start. */
const script = keysOf(token, 50).map((tokens) => [ENTER, ENTER, ...tokens]);

/** Every moment of a run, the first included. */
function moments(from: Drive, tokens: readonly string[]): readonly Drive[] {
  const all = [from];
  for (const one of tokens) all.push(drive(all.at(-1)!, one));
  return all;
}

const resumed = ({ state, entries }: Drive): Drive => ({ state: resume(state.plan, entries), entries });
const withPaused = ({ state, entries }: Drive): Drive => ({ state: { ...state, ended: null }, entries });

describe("whatever is pressed", () => {
  it("the entries alone lead to the same seats", () => {
    fc.assert(
      fc.property(plan, script, (of, tokens) => {
        const last = moments(start(of), tokens).at(-1)!;
        expect(resumed(last).state.seats).toEqual(last.state.seats);
        expect(replay(last.entries)).toEqual(last.state.seats);
      }),
    );
  });

  it("an interruption changes no answer: the rest answered alike gives the same seats", () => {
    fc.assert(
      fc.property(plan, script, (of, tokens) => {
        const last = moments(start(of), tokens).at(-1)!;
        const went = finished(last.state.ended === "paused" ? withPaused(last) : last);
        const came = finished(resumed(last));
        expect(came.state.ended).toBe("closed");
        expect(came.state.seats).toEqual(went.state.seats);
      }),
    );
  });

  it("a journal cut anywhere goes on to the end with all it holds", () => {
    fc.assert(
      fc.property(plan, script, fc.nat(), (of, tokens, cut) => {
        const { entries } = moments(start(of), tokens).at(-1)!;
        const kept = entries.slice(0, cut % (entries.length + 1));
        const before = replay(kept);
        const { state } = finished({ state: resume(of, kept), entries: kept });
        expect(state.ended).toBe("closed");
        for (const [i, seat] of before.entries()) {
          expect(new Map([...state.seats[i]!.answers, ...seat.answers])).toEqual(state.seats[i]!.answers);
          expect(state.seats[i]!.comments).toEqual(seat.comments);
        }
      }),
    );
  });

  it("an answer changes only on its own question, and by a key that answers", () => {
    fc.assert(
      fc.property(plan, script, (of, tokens) => {
        const all = moments(start(of), tokens);
        for (const [i, one] of tokens.entries()) {
          const changed = changes(all[i]!.state.seats, all[i + 1]!.state.seats);
          if (!isWithdrawal(all[i]!, one)) expect([[], mayChange(all[i]!, one)]).toContainEqual(changed);
        }
      }),
    );
  });

  it("of a withdrawn seat nothing is left, then or later", () => {
    fc.assert(
      fc.property(plan, script, (of, tokens) => {
        for (const { state } of moments(start(of), tokens))
          for (const seat of state.seats.filter(({ status }) => status === "withdrawn"))
            expect([seat.answers.size, seat.comments.size, seat.hands.size]).toEqual([0, 0, 0]);
      }),
    );
  });

  it("there is a screen, and one whole set of questions a seat", () => {
    fc.assert(
      fc.property(plan, script, (of, tokens) => {
        for (const now of moments(start(of), tokens)) {
          const { heading, options, keys, paragraphs } = shown(now);
          expect(heading).not.toBe("");
          expect(options.length).toBeLessThanOrEqual(MOST_CHOICES);
          expect(options.filter(({ marked }) => marked).length).toBeLessThanOrEqual(1);
          expect(options.filter(({ chosen }) => chosen).length).toBeLessThanOrEqual(1);
          expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
          expect(paragraphs).not.toContain("");
        }
      }),
    );
  });
});

const SILENT = new Set([..."bch?qw", "<left>", "<right>", "<up>", "<down>", "<tab>", "<escape>"]);

const isWithdrawal = ({ state }: Drive, one: string) => state.at.at === "asking" && one === "y";

function mayChange({ state: { at, seat, questions } }: Drive, one: string): readonly string[] {
  return at.at === "question" && !SILENT.has(one) ? [`${seat} ${questions[at.index]?.key}`] : [];
}

function changes(before: readonly Seat[], after: readonly Seat[]): readonly string[] {
  return after.flatMap(({ seat, answers }) => {
    const old = before.find((one) => one.seat === seat)?.answers ?? new Map();
    const keys = [...new Set([...answers.keys(), ...old.keys()])];
    return keys
      .filter((key) => JSON.stringify(answers.get(key)) !== JSON.stringify(old.get(key)))
      .map((key) => `${seat} ${key}`);
  });
}

describe("where several take turns", () => {
  const group = fc
    .record({
      shuffle: fc.option(fc.integer()),
      segments: fc.constantFrom([], SEGMENTS),
      form: fc.constantFrom(null, "short"),
    })
    .map((setup) => planOf(MIXED, { ...setup, seating: turns(3) }));
  /** One seat's own keys; `wy` among them, so that some withdraw. */
  const own = keysOf(
    token.filter((one) => !["q", "a", "e", "x"].includes(one)),
    40,
  ).map((tokens) => tokens.filter((one) => one !== "q"));
  const isBetween = ({ state }: Drive) => state.at.at === "handover";

  /** Seat after seat, each with keys of its own and then finished; stops between two seats. */
  function turn(from: Drive, tokens: readonly string[]): Drive {
    let now = drive(from, ENTER);
    for (const one of tokens) if (!isBetween(now)) now = drive(now, one);
    return finished(now, (state) => state.at.at === "handover");
  }

  it("no screen hangs on what those before have said, done or withdrawn", () => {
    fc.assert(
      fc.property(group, fc.tuple(own, own), own, script, (of, [one, other], second, third) => {
        const runs = [one, other].map((first) => turn(turn(start(of), first), second));
        const [a, b] = runs.map((run) => moments(run, third).map(({ state }) => JSON.stringify(screenOf(state))));
        expect(a).toEqual(b);
      }),
    );
  });

  it("a seat that goes on after an interruption is shown nothing that was said", () => {
    fc.assert(
      fc.property(group, own, own, own, (of, one, other, after) => {
        const [a, b] = [one, other].map((tokens) => drive(start(of), [ENTER, ENTER, ...tokens].join("")));
        const open = [a!, b!].map(({ state }) =>
          JSON.stringify(state.seats.map((seat) => [seat.status, seat.answers.size])),
        );
        fc.pre(open[0] === open[1] && open[0]!.startsWith('[["answering"') && a!.state.seats.length === 1);
        const [left, right] = [a!, b!].map((run) =>
          moments(resumed(run), [ENTER, ...after]).map(({ state }) => JSON.stringify(screenOf(state))),
        );
        expect(left).toEqual(right);
      }),
    );
  });
});
