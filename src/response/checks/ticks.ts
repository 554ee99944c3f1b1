import type { Problem } from "../../problems/problem.ts";
import { itemsNamed } from "../answers/answer-names.ts";
import { answered } from "./column-counts.ts";
import type { CountedColumn, ScaleColumns } from "./scale-columns.ts";

const FEWEST_ITEMS = 3;
const FEWEST_PEOPLE = 3;
/** Where other columns of the scale hold different answers, few people may well agree on one. */
const FEWEST_BESIDE_OTHERS = 10;
const LEAST_BLANK = 0.2;

/**
 * ANS017: columns in which nothing but one and the same number stands, or nothing at all: the ticks of a question that took
 * several answers. Null where there are none.
 */
export function ticksProblem({ file, people, columns, answers }: ScaleColumns): Problem | null {
  for (const number of new Set(columns.flatMap((column) => onlyNumber(column) ?? []))) {
    const own = columns.filter((column) => onlyNumber(column) === number);
    const enough = own.length === columns.length ? FEWEST_PEOPLE : FEWEST_BESIDE_OTHERS;
    const blank = own.reduce((sum, { counted }) => sum + counted.unanswered, 0) / (own.length * people);
    if (own.length >= FEWEST_ITEMS && people >= enough && blank >= LEAST_BLANK)
      return {
        code: "ANS017",
        severity: "error",
        message: `${capital(
          itemsNamed(
            own.map(({ item }) => item),
            answers,
          ),
        )} hold ${number} or nothing, in every row: ticks, as of a question that takes several answers, and no answers on the scale ${own[0]?.table.scale ?? ""}.`,
        help: "Ask each statement as a question of its own on this scale; if these are answers on it, export them as words.",
        place: { file },
        kept: "Columns hold one number or nothing, as ticks do.",
      };
  }
  return null;
}

function onlyNumber({ numbers, hasWords, table, counted }: CountedColumn): number | null {
  const [number, ...others] = numbers;
  const isSingle = counted.counts.filter((count) => count > 0).length === 1 && counted.otherMissing === 0;
  return table.kind === "coded" &&
    number !== undefined &&
    others.length === 0 &&
    !hasWords &&
    isSingle &&
    answered(counted) > 0
    ? number
    : null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
