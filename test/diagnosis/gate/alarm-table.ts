/** The table of docs/gates.md that says how often gates cry wolf, and how soon they notice a real drop. */
import { DESIGNS, type Design, KINDS, MODES, type Study } from "./organisations.ts";

/** Organisations of each design in the table; `npm test` counts the first tenth of them again. */
export const ORGANISATIONS = 2000;

export function alarmTable(studies: readonly Study[], organisations: number): string {
  const rows = DESIGNS.flatMap((design, at) =>
    KINDS.filter((kind) => kind === "anonymous" || design.isOthers !== true).map((kind) => {
      const cells = MODES.map((mode) => {
        const { alarmed, caught } = studies[at]?.[kind][mode] ?? { alarmed: 0, caught: 0 };
        return [alarmed, caught].map((count) => percent(count, organisations)).join(" / ");
      });
      return `| ${nameOf(design, kind)} | ${cells.join(" | ")} |`;
    }),
  );
  return [
    `${organisations.toLocaleString("en-GB")} organisations for each line. A cell: per cent of years with a false alarm / per cent of drops that were noticed within two`,
    "months, each ± its Monte-Carlo standard error.",
    "",
    `| who answers each month | ${MODES.map((mode) => `\`${mode}\``).join(" | ")} |`,
    `|---|${MODES.map(() => "---").join("|")}|`,
    ...rows,
  ].join("\n");
}

function percent(count: number, of: number): string {
  const share = count / of;
  return `${(100 * share).toFixed(1)} ± ${(100 * Math.sqrt((share * (1 - share)) / of)).toFixed(1)}`;
}

/** The cells again, by the name of their line. */
export function cellsOf(table: string): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const rows = [...table.matchAll(/^\| (\d[^|]*?) \|(.*)\|$/gm)];
  return new Map(
    rows.map(([, name = "", cells = ""]) => [
      name,
      cells.split("|").map((cell) => {
        const [alarmed = Number.NaN, caught = Number.NaN] = cell.split("/").map((one) => Number(one.split("±")[0]));
        return [alarmed, caught] as const;
      }),
    ]),
  );
}

export function nameOf({ people, response, isOthers = false }: Design, kind: (typeof KINDS)[number]): string {
  if (isOthers) return `${people} others each month, anonymous`;
  return `${response === 1 ? "all" : `${100 * response} %`} of ${people}, ${kind}`.replace(/^all of (\d+)/, "$1 of $1");
}
