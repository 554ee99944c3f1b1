/** How far every strand has come, level by level. */
import type { Figure, LadderPicture, Rung } from "./types.ts";

interface Told {
  readonly title: string;
  /** Of everyone, or whose. */
  readonly standing: string;
}

/** Rungs as words of the table beside it: `alt` says what is reached, strand by strand. */
export function ladderFigure({ title, standing }: Told, picture: Omit<LadderPicture, "kind">): Figure {
  const strands = picture.strands.map(({ label, reached, rungs }) => {
    const short = rungs.flatMap((rung, at) =>
      rung === "reached" ? [] : [`${picture.levels[at] ?? ""} ${TOLD[rung]}`],
    );
    const [next] = short;
    return `${label}: ${reached}${next === undefined ? "" : `, ${next}`}`;
  });
  return {
    kind: "figure",
    title,
    alt: `${standing} ${picture.word} by strand: ${strands.join("; ")}.`,
    picture: { kind: "ladder", ...picture },
  };
}

const TOLD: Readonly<Record<Exclude<Rung, "reached">, string>> = {
  "by itself": "met by itself only",
  "not yet": "not yet",
  hidden: "hidden",
  "no data": "without data",
};
