import type { Published } from "../../audit/estimate.ts";
import type { Audit, DriversResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { coefficient, count, share, withInterval } from "../numbers.ts";
import type { Block, TableRow } from "../sheet.ts";
import { applicable } from "./columns.ts";
import { notes } from "./notes.ts";

/** Which dimensions go with each outcome, and how much of it they go with. */
export function driversSection({ drivers }: Audit): readonly Block[] {
  const [only] = drivers;
  if (only === undefined) return [];
  if (drivers.length === 1)
    return [{ kind: "heading", level: 2, text: `What goes with ${only.title} (not: what causes it)` }, ...blocks(only)];
  return [
    { kind: "heading", level: 2, text: "What goes with the outcomes (not: what causes them)" },
    ...drivers.flatMap((one): readonly Block[] => [{ kind: "heading", level: 3, text: one.title }, ...blocks(one)]),
  ];
}

function blocks(result: DriversResult): readonly Block[] {
  const { reason, r2, drivers } = result;
  if (reason !== null) return [{ kind: "paragraph", text: sentence(reason) }];
  if (r2 === null || r2.kind !== "estimate" || drivers.length === 0)
    return notes([{ title: result.title, estimate: r2 ?? HIDDEN }]);
  const claimed = drivers.some((one) => one.claimed);
  return [
    {
      kind: "paragraph",
      text: `The dimensions together go with ${withInterval(r2, share)} of the differences between people in it (R², n ${count(r2.n)}).${claimed ? "" : " No single one stands out from noise."}`,
    },
    applicable({
      kind: "table",
      columns: [
        { title: "Dimension", wrapTo: 14 },
        { title: "Part of R²", align: "right" },
        { title: "Weight (95 % interval)" },
        { title: "Against noise" },
      ],
      rows: drivers.map(row),
    }),
    ...notes([
      ...drivers.map(({ title, weight }) => ({ title, estimate: unsaid(weight) })),
      { title: "R²", estimate: unsaid(r2) },
    ]),
  ];
}

/** That it is no cause, the heading has said. */
function unsaid(estimate: Published): Published {
  if (estimate.kind !== "estimate") return estimate;
  return { ...estimate, caveats: estimate.caveats.filter((text) => !text.includes("not what causes")) };
}

function sentence(words: string): string {
  return capital(words.endsWith(".") ? words : `${words}.`);
}

const HIDDEN = { kind: "hidden", words: null } as const;

function row({ title, percent, weight, claimed }: DriversResult["drivers"][number]): TableRow {
  return [
    claimed ? { text: title, tone: "strong" } : title,
    share(percent / 100),
    withInterval(weight, coefficient),
    { text: claimed ? "stands out" : "not above noise", tone: claimed ? "strong" : "quiet" },
  ];
}
