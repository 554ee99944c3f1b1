import { crowd, shuffled } from "./crowd.mjs";
import { framework, label, lines, normal, profile, random } from "./people.mjs";

const STEPS = ["Not at all", "Started", "Mostly", "Fully"];

/** What those affected see of each step, 0 to 3, and how many of a hundred cannot tell. @type {Record<string, [number, number]>} */
const SEEN = {
  part_broken: [2.35, 6],
  people_harmed: [2.3, 10],
  cause_found: [2.2, 12],
  apology: [0.55, 2],
  responsibility: [1.3, 4],
  open_account: [1.75, 3],
  empathy: [1.1, 3],
  correction: [0.8, 14],
  early_news: [1.5, 3],
  two_way: [1.85, 5],
  honest_progress: [1.2, 12],
  right_channel: [2.1, 2],
  open_duties: [1.75, 9],
  training: [1.95, 17],
  ethics: [1.1, 34],
  data_protection: [2.0, 22],
  people_in_charge: [2.3, 20],
  leaders_live_it: [1.5, 21],
  values_in_use: [1.6, 26],
  autonomy: [2.0, 12],
  small_lessons: [1.8, 19],
  watching: [1.65, 10],
};
const seen = (/** @type {string} */ dimension) => SEEN[dimension] ?? [0, 0];
/** How much more staff see of what happens inside. @type {Record<string, number>} */
const INSIDE = {
  open_account: 0.35,
  correction: 0.25,
  training: 0.4,
  data_protection: 0.3,
  apology: -0.2,
  empathy: -0.1,
};

/** In words, left open now and then. @param {number} code @param {{ unsure: number, draw: number }} chance each of a hundred */
function said(code, { unsure, draw }) {
  if (draw < unsure) return "Don't know";
  return draw > 98.5 ? "" : (STEPS[code] ?? "");
}

/**
 * A clinic that sent letters to wrong addresses: the agreed view of those who lead it, on one sheet, and what patients and
 * staff see of the repair, in words.
 * @returns {Record<string, () => string>}
 */
export function clinic() {
  const of = framework("trust-reconstruction");
  const sector = profile("healthcare").supplement.items;
  const ids = of.items.map((/** @type {any} */ item) => item.id);
  return { "clinic-management.csv": management, "clinic-affected.csv": affected };

  /** As `trust-audit survey --consensus` writes it. */
  function management() {
    const agreed = [3, 3, 2, 3, 2, 3, 2, 2, 2, 3, 2, 2, 2, 2, 0, 3, 2, 2, 1, 2, 2, 1];
    return lines([
      ["assessment", "audience", ...ids, "R1 note", "S3 note"],
      ["consensus", "management", ...agreed, "The letter of 4 March went to all 412.", "Nobody outside has looked yet"],
    ]);
  }

  function affected() {
    const next = random(71);
    const answer = crowd({ items: of.items, next, shape: { low: 0, high: 3, spread: 0.38, noise: 0.5 } });
    const agree = crowd({ items: sector, next, shape: { low: 1, high: 5, spread: 0.5, noise: 0.8 } });
    const people = ["Patient", "Staff"].flatMap((who) =>
      Array.from({ length: who === "Patient" ? 43 : 21 }, () => {
        const lean = normal(next);
        const inside = (/** @type {string} */ d) => (who === "Staff" ? (INSIDE[d] ?? 0.1) : 0);
        const codes = answer((d) => seen(d)[0] + inside(d), lean);
        const steps = codes.map((code, at) =>
          said(code, { unsure: seen(of.items[at].dimension)[1] * (who === "Staff" ? 0.5 : 1), draw: next() * 100 }),
        );
        const care = agree(() => (who === "Staff" ? 3.1 : 3.35), lean).map((code) =>
          next() < 0.03 ? "" : label(code),
        );
        return [who, ...steps, ...care];
      }),
    );
    const header = ["who", ...ids, ...sector.map((/** @type {any} */ item) => item.id)];
    return lines([header, ...shuffled(people, next)]);
  }
}
