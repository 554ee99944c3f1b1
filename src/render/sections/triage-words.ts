/** What a triage comes to, in words: which signs have which colour, whom they are about, and what to run next. */
import type { Audit, ItemResult, TriageResult, TriageSignResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { short } from "../numbers.ts";
import type { Fact, Tone } from "../sheet.ts";
import { listWords } from "../words.ts";

type Colour = TriageSignResult["colour"];

export const TONES: Readonly<Record<Colour, Tone>> = { red: "poor", amber: "fair", green: "good", grey: "quiet" };

/** What asks for attention first stands first: what is not known may be worse than what is well. */
const WORST_FIRST: readonly Colour[] = ["red", "amber", "grey", "green"];
const LISTED: readonly Colour[] = ["red", "amber", "green", "grey"];

/** The four lists, empty ones too: that nothing is red is the first thing to know. */
export function colourFacts({ signs }: TriageResult): readonly Fact[] {
  return LISTED.map((colour): Fact => {
    const titles = signs.filter((sign) => sign.colour === colour).map(({ title }) => title);
    const label = capital(colour);
    return titles.length === 0
      ? { label, text: "none", tone: "quiet" }
      : { label, text: titles.join("; "), tone: TONES[colour] };
  });
}

/** "Customers red, partners green": the worst colour of the signs about each. */
export function audienceFacts({ signs }: TriageResult): readonly Fact[] {
  const names = [...new Set(signs.flatMap(({ audiences }) => audiences))];
  if (names.length === 0) return [];
  const text = names.map((name) => `${name} ${worst(signs.filter(({ audiences }) => audiences.includes(name)))}`);
  return [{ label: "By audience", text: `${capital(text.join(", "))} (the worst colour of each)`, tone: "strong" }];
}

function worst(signs: readonly TriageSignResult[]): Colour {
  return WORST_FIRST.find((colour) => signs.some((sign) => sign.colour === colour)) ?? "grey";
}

/** "Worse (2)": as the scale has it; of a mean between two answers both. */
export function answerText(audit: Audit, dimension: string, value: number | null): string {
  if (value === null) return "not known";
  const own = audit.items.filter((item) => item.dimension === dimension);
  const [only] = own;
  const words = only === undefined || own.length > 1 ? null : answerWords(only, value);
  return words ?? short(value);
}

/** The answers that a value of a question stands for, "Partly (1)"; null where the scale has no words that are shown. */
export function answerWords({ histogram, figure, reverse }: ItemResult, value: number): string | null {
  if (figure !== null || "kind" in histogram || histogram.length === 0) return null;
  const codes = histogram.map(({ code }) => code);
  // A score is turned round where its question is.
  const raw = reverse ? Math.min(...codes) + Math.max(...codes) - value : value;
  const below = histogram.findLast(({ code }) => code <= raw);
  const above = histogram.find(({ code }) => code >= raw);
  if (below === undefined || above === undefined) return null;
  if (below.code !== above.code) return `${below.label} to ${above.label.toLowerCase()} (${short(value)})`;
  return isWord(below) ? `${below.label} (${short(value)})` : null;
}

function isWord({ code, label }: { readonly code: number; readonly label: string }): boolean {
  return label !== "" && label !== `${code}`;
}

/** What to run for the signs that are red or amber, each command once; then for what is not known. */
export function runNext({ signs }: TriageResult): readonly string[] {
  const pressing = WORST_FIRST.filter((colour) => colour !== "green").flatMap((colour) =>
    signs.filter((sign) => sign.colour === colour),
  );
  return [...new Set(pressing.flatMap(({ next }) => next.map(commandLine)))];
}

/** As it is typed. */
export function commandLine({
  framework,
  audience,
}: {
  readonly framework: string;
  readonly audience: string | null;
}): string {
  return `trust-audit survey -f ${framework}${audience === null ? "" : ` --audience ${audience}`}`;
}

/** "customers and community" */
export function aboutWords({ audiences }: TriageSignResult): string {
  return listWords(audiences, "and");
}
