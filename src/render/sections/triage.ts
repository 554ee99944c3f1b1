/** Early-warning signs: red, amber, green or not known, and what to run next. */
import type { Audit, TriageResult, TriageSignResult } from "../../audit/types.ts";
import type { Block, Entry, Fact, Table } from "../sheet.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { aboutWords, answerText, audienceFacts, colourFacts, commandLine, TONES } from "./triage-words.ts";

const MEANING: readonly string[] = [
  "red: getting worse and severe; amber: one of the two; green: neither; grey: not known.",
  "A colour says where to look closer, with the questionnaire named beside it; it is no measurement.",
];

/** Nothing where the framework is no triage. */
export function triageSection(audit: Audit): readonly Block[] {
  const { triage } = audit;
  if (triage === null) return [];
  const pressing = URGENCY.flatMap((urgent) => triage.signs.filter(({ colour }) => colour === urgent));
  return [
    { kind: "heading", level: 2, text: triage.title },
    { kind: "facts", rows: [...colourFacts(triage), ...audienceFacts(triage)] },
    signTable(audit, triage),
    { kind: "list", tone: "quiet", items: MEANING },
    ...(pressing.length === 0 ? [] : [{ kind: "heading", level: 3, text: "What to run next" } as const]),
    ...pressing.map(signEntry),
    ...breachBlocks(triage),
  ];
}

/** What calls for a closer look, the most pressing first. */
const URGENCY = ["red", "amber", "grey"] as const;

function signTable(audit: Audit, { signs }: TriageResult): Table {
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "Sign", wrapTo: 18 },
      { title: "Trend", wrapTo: 9 },
      { title: "Severity", wrapTo: 9 },
      { title: "Colour" },
      { title: "About", wrapTo: 10 },
      { title: "Run next", wrapTo: 17 },
    ],
    rows: signs.map((sign) => [
      sign.title,
      answerText(audit, sign.of.trend, sign.trend),
      answerText(audit, sign.of.severity, sign.severity),
      { text: sign.colour, tone: TONES[sign.colour] },
      sign.audiences.length === 0 ? NOT_APPLICABLE : aboutWords(sign),
      sign.next.length === 0 ? NOT_APPLICABLE : frameworksOf(sign).join(", "),
    ]),
  });
}

/** One asked of several audiences is named once. */
function frameworksOf({ next }: TriageSignResult): readonly string[] {
  return [...new Set(next.map(({ framework }) => framework))];
}

function signEntry({ title, colour, why, next }: TriageSignResult): Entry {
  return {
    kind: "entry",
    lead: { text: colour, tone: TONES[colour] },
    title,
    aside: null,
    facts: [{ label: "", text: why }, ...next.flatMap(nextFacts)],
  };
}

function nextFacts(next: TriageSignResult["next"][number]): readonly Fact[] {
  const { why } = next;
  const reason: readonly Fact[] = why === null ? [] : [{ label: "because", text: why, tone: "quiet" }];
  return [{ label: "Run", text: commandLine(next) }, ...reason];
}

function breachBlocks({ breach }: TriageResult): readonly Block[] {
  if (breach === null) return [];
  return [
    {
      kind: "entry",
      lead: { text: "Breach", tone: "strong" },
      title: "Is a breach of trust known?",
      aside: null,
      facts: [
        { label: "Run", text: commandLine(breach) },
        { label: "because", text: breach.why, tone: "quiet" },
      ],
    },
  ];
}
