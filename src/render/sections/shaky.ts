/** Dimensions whose items hang together too little for their mean to be read, and items that seem to run the wrong way. */
import { ALPHA_BANDS } from "../../audit/conventions.ts";
import type { Audit, ReliabilityResult } from "../../audit/types.ts";
import { coefficient } from "../numbers.ts";
import type { Fact } from "../sheet.ts";
import { listWords, mostWords } from "../words.ts";

/** By the convention that `band` follows. */
const limit = () => `alpha under ${coefficient(ALPHA_BANDS.weak)}`;
const LITTLE = "hang together too little";
/** Signs of an item's text in a list of several. */
const MOST_ITEMS = 3;

function shaky({ reliability }: Audit): readonly ReliabilityResult[] {
  return reliability.filter(({ band }) => band === "do not interpret");
}

function which(titles: readonly string[]): string {
  return titles.length === 1 ? "by itself" : "by themselves";
}

/** For the top of a report: what must be known before any score is read. */
export function shakyFacts(audit: Audit): readonly Fact[] {
  return [...shakyNotes(audit), ...reversedWords(audit)].map((text) => ({ label: "Mind", text, tone: "fair" }));
}

/** "Do not interpret by themselves (items hang together too little, alpha under 0.60): Intimacy and Reliability." */
export function shakyNotes(audit: Audit): readonly string[] {
  const titles = shaky(audit).map(({ title }) => title);
  if (titles.length === 0) return [];
  return [`Do not interpret ${which(titles)} (items ${LITTLE}, ${limit()}): ${listWords(titles, "and")}.`];
}

/** The same on a page that has little room. */
export function shakyShort(audit: Audit): readonly Fact[] {
  const titles = shaky(audit).map(({ title }) => title);
  if (titles.length === 0) return [];
  return [
    { label: "Mind", text: `do not interpret ${which(titles)}: ${mostWords(titles)} (${limit()})`, tone: "fair" },
  ];
}

/** Of something that rests on these dimensions: which of them must not be read by themselves; "" for none. */
export function restsOn(audit: Audit, dimensions: ReadonlySet<string>): string {
  const titles = shaky(audit).flatMap(({ dimension, title }) => (dimensions.has(dimension) ? [title] : []));
  return titles.length === 0 ? "" : `Resting on ${listWords(titles, "and")}, whose items ${LITTLE} (${limit()}).`;
}

function reversedWords({ reliability, items }: Audit): readonly string[] {
  const texts = reliability.flatMap(({ items: members }) =>
    members.flatMap(({ item, asksReversed }) =>
      asksReversed ? [`“${items.find(({ id }) => id === item)?.text ?? item}”`] : [],
    ),
  );
  if (texts.length === 0) return [];
  if (texts.length === 1) return [`Is this item reversed? ${texts.join("")}`];
  const more = texts.length > MOST_ITEMS ? `, and ${texts.length - MOST_ITEMS} more` : "";
  return [`Are these items reversed? ${texts.slice(0, MOST_ITEMS).join(", ")}${more}`];
}
