/** What each input has brought to the change of a composite: a sentence for the first, a table of all. */
import type { Change, ChangePart, ChangeResult, ChangeSplit } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { points } from "../numbers.ts";
import type { Block, TableRow } from "../sheet.ts";
import { listWords } from "../words.ts";
import { inWords, shownPoints } from "./change-words.ts";
import { type Reading, scoreName } from "./reading.ts";

/** A change, and what it is made of. */
interface Told {
  readonly split: ChangeSplit;
  readonly change: Change;
  /** Index points, 100 being best. */
  readonly total: number;
}

/** Nothing where no composite has several inputs. */
export function splitBlocks({ splits, changes }: ChangeResult, reading: Reading): readonly Block[] {
  const told = splits.flatMap((split): readonly Told[] => {
    const change = changes.find(({ of, id }) => of === "composite" && id === split.composite);
    if (change?.index.kind !== "estimate" || (split.reason === null && split.parts.length < 2)) return [];
    return [{ split, change, total: change.index.value }];
  });
  const split = told.filter(({ split: { reason } }) => reason === null);
  const untold = told.flatMap(({ split: { title, reason } }) => (reason === null ? [] : [`${title}: ${reason}`]));
  const [first] = split;
  if (first === undefined) return [];
  return [
    { kind: "heading", level: 3, text: `What the change of the ${scoreName(reading)} is made of` },
    { kind: "paragraph", text: sentence(first, reading) },
    table(split, { changes, reading }),
    {
      kind: "list",
      tone: "quiet",
      items: [
        `Worked out by ${listWords([...new Set(split.map((one) => one.split.method ?? ""))], "and")}; the parts add up to the change.`,
        "A part has no interval of its own. Whether its input has changed at all is said beside it.",
        ...(untold.length === 0 ? [] : [`Not split: ${untold.join("; ")}.`]),
      ],
    },
  ];
}

/** Points under which a part is as good as nothing at the digits it is written with. */
const NOTICEABLE = 0.05;

/** "Of the 6.2 points gained, Intimacy brought 4.1 and Reliability 3.0; Self-orientation took 0.9." Of a load what is better took off, and what is worse added. */
function sentence({ split: { title, parts }, change, total }: Told, reading: Reading): string {
  const withIt = parts.filter((part) => isNoticeable(part) && part.points > 0 === total > 0).sort(bySize);
  const against = parts.filter((part) => isNoticeable(part) && part.points > 0 !== total > 0).sort(bySize);
  const named = (list: readonly ChangePart[], [first, next]: readonly [string, string]) =>
    listWords(
      list.map((part, at) => `${part.title}${at === 0 ? ` ${first}` : next} ${size(part.points)}`),
      "and",
    );
  const [better, worse] = reading === "load" ? ["took off", "added"] : ["brought", "took"];
  if (Math.abs(total) < NOTICEABLE) {
    const up = named(parts.filter((part) => isNoticeable(part) && part.points > 0).sort(bySize), [better, ""]);
    const down = named(parts.filter((part) => isNoticeable(part) && part.points < 0).sort(bySize), [worse, ""]);
    return up === "" || down === ""
      ? `${title} stands where it stood, and so do its inputs.`
      : `${title} stands where it stood: ${up}; ${down}.`;
  }
  const isBetter = total > 0;
  const whole = `Of the ${size(total)} points that ${title} ${moved(total, reading)}`;
  const doubt = change.says === "up" || change.says === "down" ? "" : ` (${change.says})`;
  const main = named(withIt, [isBetter ? better : worse, ""]);
  const rest = named(against, [isBetter ? worse : better, ""]);
  return `${whole}${doubt}, ${main}${rest === "" ? "" : `; ${rest}`}.`;
}

function moved(total: number, reading: Reading): string {
  const isRise = shownPoints(total, reading) > 0;
  if (reading === "load") return isRise ? "rose (worse)" : "fell (better)";
  return isRise ? "gained" : "lost";
}

function bySize(one: ChangePart, other: ChangePart): number {
  return Math.abs(other.points) - Math.abs(one.points);
}

function isNoticeable({ points: value }: ChangePart): boolean {
  return Math.abs(value) >= NOTICEABLE;
}

function size(value: number): string {
  return points(Math.abs(value), 1).replace(/^\+/, "");
}

function table(
  told: readonly Told[],
  { changes, reading }: { readonly changes: readonly Change[]; readonly reading: Reading },
): Block {
  return {
    kind: "table",
    columns: [
      { title: "Input", wrapTo: 14 },
      { title: "Its part", align: "right" },
      { title: "Its own change", wrapTo: 12 },
    ],
    rows: told.flatMap(({ split, total }): readonly TableRow[] => [
      { heading: `${capital(split.title)}: ${points(shownPoints(total, reading), 1)} points` },
      ...split.parts.map(({ dimension, title, points: value }) => {
        const own = changes.find(({ of, id }) => of === "dimension" && id === dimension);
        return [title, points(shownPoints(value, reading), 1), own === undefined ? "–" : inWords(own, reading)];
      }),
    ]),
  };
}
