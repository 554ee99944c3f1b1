import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crowd, shuffled } from "./crowd.mjs";
import { framework, lines, normal, profile, random } from "./people.mjs";

const program = fileURLToPath(new URL("../../bin/trust-audit.js", import.meta.url));
const DIMENSIONS = ["competence", "integrity", "benevolence", "predictability", "communication", "relational", ""];

/** How many answered, and the mean of each dimension (the last is the sector's): by wave and audience. @type {Record<string, Record<string, readonly number[]>>} */
const WAVES = {
  "2025-03": {
    customers: [108, 3.85, 3.65, 3.4, 2.65, 3.15, 3.1, 3.0],
    employees: [74, 3.6, 3.6, 3.35, 3.3, 3.4, 3.5, 3.3],
    partners: [63, 3.7, 3.2, 3.2, 2.6, 3.05, 3.0, 3.2],
  },
  "2025-09": {
    customers: [101, 3.95, 3.75, 3.45, 3.3, 3.45, 3.1, 3.4],
    employees: [69, 3.6, 3.5, 3.15, 3.1, 2.7, 3.4, 3.3],
    partners: [61, 3.7, 3.25, 3.2, 2.7, 3.1, 3.0, 3.25],
  },
  "2026-03": {
    customers: [116, 4.1, 3.95, 3.65, 3.65, 3.75, 3.2, 3.65],
    employees: [78, 3.75, 3.75, 3.55, 3.5, 3.5, 3.6, 3.55],
    partners: [64, 3.7, 3.15, 3.15, 2.6, 3.1, 3.0, 3.2],
  },
};

/**
 * A family retailer asked three times, customers, employees and partners each: other people every time, no ids.
 * @returns {Record<string, () => string>}
 */
export function retailer() {
  const { items } = framework("stakeholder-trust");
  const all = [...items, ...profile("retail").supplement.items];
  const next = random(97);
  const answer = crowd({ items: all, next, shape: { low: 1, high: 5, spread: 0.45, noise: 0.65 } });
  const rows = Object.entries(WAVES).flatMap(([wave, audiences]) =>
    shuffled(
      Object.entries(audiences).flatMap(([audience, [n = 0, ...means]]) =>
        Array.from({ length: n }, () => {
          const codes = answer((d) => means[DIMENSIONS.indexOf(d)] ?? 3, normal(next));
          return [wave, audience, ...codes.map((code) => (next() < 0.025 ? "" : next() > 0.985 ? "Don't know" : code))];
        }),
      ),
      next,
    ),
  );
  const text = lines([["wave", "audience", ...all.map((item) => item.id)], ...rows]);
  return { "retailer.csv": () => text };
}

/** What became of the steps by the second wave: the shop was put in order, and staff were told last. */
const DONE = new Set(["promise-ledger", "journey-redesign"]);
const BEGUN = new Set(["quality-control", "visible-follow-through", "continuity-plan"]);
/** @type {Record<string, string>} */
const OWNERS = { "promise-ledger": "Shop managers", "journey-redesign": "Shop floor", "quality-control": "Warehouse" };

/**
 * The plan of the first wave as it was exported, with owners and states that somebody has kept since.
 * @param {string} folder where retailer.csv is
 */
export function retailerPlan(folder) {
  const run = (/** @type {string[]} */ args, /** @type {string} */ input = "") =>
    execFileSync(process.execPath, [program, "--quiet", ...args], { input, encoding: "utf8" });
  const asked = ["-f", "stakeholder-trust", "--profile", "retail", "--where", 'wave = "2025-03"'];
  const audit = run(["score", join(folder, "retailer.csv"), ...asked, "-o", "json"]);
  const exported = run(["plan", "export", "-", "--start", "2025-04-14", "-o", "csv"], audit);
  const rows = exported.trimEnd().split(/\r?\n/);
  return rows.map((row, at) => (at === 0 ? `${row}\n` : `${kept(row, rows[at - 1] ?? "")}\n`)).join("");
}

/** @param {string} row of an export: the owner stands before the two dates, the state last @param {string} before */
function kept(row, before) {
  const [, strategy = ""] = row.split(",");
  const isFirst = before.split(",")[1] !== strategy;
  const state = DONE.has(strategy) ? "done" : BEGUN.has(strategy) ? (isFirst ? "done" : "started") : "open";
  return row.replace(/,open$/, `,${state}`).replace(/,,(\d{4}-\d\d-\d\d,)/, `,${OWNERS[strategy] ?? ""},$1`);
}
