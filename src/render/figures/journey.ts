/** Touchpoints as a curve, with how much each of them matters. */
import { mean } from "../numbers.ts";
import type { Figure, JourneyPicture, Stop } from "./types.ts";

/** `alt` says every touchpoint with its number and its importance. */
export function journeyFigure(title: string, { axis, touchpoints }: Omit<JourneyPicture, "kind">): Figure {
  const weakest = touchpoints.find((one) => one.weakest);
  const end = weakest === undefined ? "" : ` ${weakest.label} is the weakest.`;
  return {
    kind: "figure",
    title,
    alt: `${axis}, touchpoint by touchpoint: ${touchpoints.map(stopWords).join("; ")}.${end}`,
    picture: { kind: "journey", axis, touchpoints },
  };
}

function stopWords({ label, words, importance }: Stop): string {
  return `${label} ${words}${importance === null ? "" : ` (importance ${mean(importance)} of 5)`}`;
}
