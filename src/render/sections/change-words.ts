/** Changes in words: what is better, what is worse, and where nothing can be said. */
import { NOT_AVERAGED } from "../../audit/conventions.ts";
import type { Published } from "../../audit/estimate.ts";
import type { Change } from "../../audit/types.ts";
import { count } from "../numbers.ts";
import type { Toned } from "../sheet.ts";
import { mostWords } from "../words.ts";
import { NOT_APPLICABLE } from "./columns.ts";
import type { Reading } from "./reading.ts";

/** Index points (100 is best) as they are shown: a load falls where the index rises. */
export function shownPoints(points: number, reading: Reading): number {
  return reading === "load" ? -points : points;
}

/** In words, with what is better. */
export function inWords({ says, index }: Pick<Change, "says" | "index">, reading: Reading): Toned {
  if (index.kind === "hidden") return { text: NOT_APPLICABLE, tone: "quiet" };
  if (isNotAveraged(index)) return { text: "see the audiences", tone: "quiet" };
  switch (says) {
    case "up":
      return { text: `${reading === "load" ? "down" : "up"} (better)`, tone: "good" };
    case "down":
      return { text: `${reading === "load" ? "up" : "down"} (worse)`, tone: "poor" };
    default:
      return { text: says, tone: "quiet" };
  }
}

/** Of several audiences each has its own change; together there is none. */
function isNotAveraged(index: Published): boolean {
  return index.kind === "none" && index.reason.endsWith(NOT_AVERAGED);
}

/** All of it in a sentence or two: "Clearly better: Trust. Clearly worse: Openness. No clear change in the other 3." Empty where nothing is said. */
export function changeSummary(changes: readonly Change[]): string {
  const told = changes.filter(({ index }) => index.kind === "estimate");
  const titles = (says: Change["says"]) => told.filter((one) => one.says === says).map(({ title }) => title);
  const [up, down, unclear, few] = [titles("up"), titles("down"), titles("no clear change"), titles("too few to say")];
  if (told.length === 0) return "";
  const parts = [
    ...(up.length === 0 ? [] : [`Clearly better: ${mostWords(up)}.`]),
    ...(down.length === 0 ? [] : [`Clearly worse: ${mostWords(down)}.`]),
    ...(unclear.length === 0 ? [] : [unclearWords(unclear, told.length)]),
    ...(few.length === 0 ? [] : [`Too little to say: ${mostWords(few)}.`]),
  ];
  return parts.join(" ");
}

function unclearWords(titles: readonly string[], all: number): string {
  if (titles.length === all)
    return all === 1 ? "No clear change." : `No clear change in any of the ${count(all)} scores.`;
  return `No clear change: ${mostWords(titles)}.`;
}
