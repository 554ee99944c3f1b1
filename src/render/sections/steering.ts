/** What steers the advice and never a score: the answers about the whole survey, and the profiles. */
import type { Audit, ContextAnswer, ProfileEffect } from "../../audit/types.ts";
import { count, short } from "../numbers.ts";
import type { Block, Entry, Fact } from "../sheet.ts";
import { listWords, plural, SEVERITY } from "../words.ts";

export function steeringSection({ asked, profiles }: Audit): readonly Block[] {
  if (asked.context.length === 0 && profiles.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: profiles.length === 0 ? "Known about the whole" : "Profile" },
    { kind: "paragraph", text: introWords(asked.context, profiles) },
    ...(asked.context.length === 0 ? [] : [{ kind: "facts", rows: asked.context.map(contextFact) } as const]),
    ...profiles.flatMap(profileBlocks),
  ];
}

function introWords(context: readonly ContextAnswer[], profiles: readonly ProfileEffect[]): string {
  const titles = profiles.map(({ title, kind, version }) => `${title} (${kind} profile ${version})`);
  const what = [
    ...titles,
    ...(context.length === 0
      ? []
      : [plural(context.length, "answer about the whole survey", "answers about the whole survey")]),
  ];
  const one = what.length === 1 && context.length < 2;
  return `${listWords(what, "and")} ${one ? "steers" : "steer"} findings and advice. No score is changed by ${one ? "it" : "them"}.`;
}

/** "The breach  Integrity. An apology is not enough …" */
function contextFact({ title, answer, says }: ContextAnswer): Fact {
  const named = says === null || /[.!?]$/.test(answer.title) ? answer.title : `${answer.title}.`;
  return { label: title, text: says === null ? named : `${named} ${says}` };
}

function profileBlocks(profile: ProfileEffect): readonly Block[] {
  return [
    { kind: "heading", level: 3, text: `${profile.title}: what it changed` },
    { kind: "facts", rows: effectFacts(profile) },
    ...contextBlocks(profile),
    ...profile.values.map(valueEntry),
  ];
}

const NOTHING_HERE = "No weight of a need, no severity, and no step of the plan.";

function effectFacts(profile: ProfileEffect): readonly Fact[] {
  const facts = [
    ...needFacts(profile),
    ...findingFacts(profile),
    ...strategyFacts(profile),
    ...supplementFacts(profile),
  ];
  if (facts.length > 0) return facts;
  const neutral = profile.kind === "culture" && profile.values.length === 0;
  const nothing = neutral ? "Set to neutral: changes nothing." : NOTHING_HERE;
  return [{ label: "Here", text: nothing }];
}

function needFacts({ needs }: ProfileEffect): readonly Fact[] {
  if (needs.length === 0) return [];
  return [
    {
      label: "Weight of needs",
      text: needs
        .toSorted((one, other) => other.multiplier - one.multiplier)
        .map(({ title, multiplier }) => `${title} × ${short(multiplier)}`)
        .join(", "),
    },
  ];
}

function findingFacts({ findings }: ProfileEffect): readonly Fact[] {
  if (findings.length === 0) return [];
  const words = findings.map(({ title, from, to }) => `"${title}" from ${severity(from)} to ${severity(to)}`);
  return [{ label: "Findings raised", text: words.join(", ") }];
}

/** A severity as it is called everywhere; one the audit does not know stays as it is. */
function severity(name: string): string {
  return (Object.entries(SEVERITY).find(([key]) => key === name)?.[1] ?? name).toLowerCase();
}

function strategyFacts({ strategies }: ProfileEffect): readonly Fact[] {
  if (strategies.length === 0) return [];
  return [
    { label: "Fit of strategies", text: strategies.map(({ title, fit }) => `${title} × ${short(fit)}`).join(", ") },
  ];
}

function supplementFacts({ supplement }: ProfileEffect): readonly Fact[] {
  if (supplement === null) return [];
  const words = supplement.answered
    ? `${supplement.title}: outside every score, shown with the dimensions`
    : `${supplement.title}: not answered, no export holds its items`;
  return [{ label: "Asked beside", text: words }];
}

const LISTS = [
  ["drivers", "What drives distrust here"],
  ["shows", "How it shows"],
  ["stake", "What is at stake"],
  ["rebuilds", "What rebuilds trust"],
] as const;

function contextBlocks({ context, title }: ProfileEffect): readonly Block[] {
  if (context === null) return [];
  const rows = LISTS.flatMap(([key, label]): readonly Fact[] =>
    context[key].length === 0 ? [] : [{ label, text: context[key].join("; ") }],
  );
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: `${title}: what is typical` },
    { kind: "facts", rows },
  ];
}

/** One value of a culture profile, with what it means for carrying out and for reading. */
function valueEntry({ title, value, about, how, read }: ProfileEffect["values"][number], at: number): Entry {
  return {
    kind: "entry",
    lead: { text: count(at + 1), tone: "quiet" },
    title: `${title}: ${value}`,
    aside: null,
    facts: [
      { label: "", text: about },
      ...how.map((text, line) => ({ label: line === 0 ? "How here" : "and", text })),
      ...read.map((text, line) => ({ label: line === 0 ? "How to read it" : "and", text })),
    ],
  };
}
