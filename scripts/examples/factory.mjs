import { crowd, shuffled } from "./crowd.mjs";
import { framework, label, lines, normal, profile, random } from "./people.mjs";

/** Who works where, and in which shifts. @type {Record<string, { n: number, shifts: readonly string[] }>} */
const DEPARTMENTS = {
  "Line A": { n: 49, shifts: ["early", "late", "night"] },
  "Line B": { n: 43, shifts: ["early", "late", "night"] },
  Maintenance: { n: 14, shifts: ["early", "late"] },
  Office: { n: 21, shifts: ["day"] },
  Logistics: { n: 13, shifts: ["early", "late"] },
};

/** Load of distrust by department, 1 to 5, where it is other than `else`. @type {Record<string, Record<string, number>>} */
const LOADS = {
  "Line A": {
    fear_of_change: 3.8,
    badly_led_change: 3.75,
    resistance: 3.55,
    tight_control: 3.7,
    falling_effort: 3.5,
    silence: 3.75,
    cynicism: 3.35,
    poor_communication: 3.3,
    opaque_decisions: 3.3,
    rival_departments: 3.25,
    sabotage: 2.2,
    low_confidence: 2.8,
    kept_information: 2.95,
    else: 3.0,
  },
  "Line B": {
    fear_of_change: 3.6,
    badly_led_change: 3.5,
    resistance: 3.4,
    tight_control: 3.45,
    falling_effort: 3.35,
    silence: 3.65,
    cynicism: 3.2,
    sabotage: 2.1,
    low_confidence: 2.7,
    else: 3.0,
  },
  Maintenance: {
    fear_of_change: 2.6,
    badly_led_change: 3.5,
    kept_information: 3.4,
    silence: 3.1,
    sabotage: 2.0,
    else: 2.75,
  },
  Office: { silence: 2.7, rival_departments: 2.8, cynical_talk: 2.4, fear_of_change: 2.1, sabotage: 1.7, else: 2.25 },
  Logistics: { fear_of_change: 3.2, silence: 3.3, tight_control: 2.9, sabotage: 2.0, else: 2.8 },
};

/** Trust in the systems by department, 1 to 5. @type {Record<string, Record<string, number>>} */
const SYSTEMS = {
  "Line A": { job_security: 2.1, involvement: 1.9, training: 2.4, explainability: 2.7, human_touch: 2.9, else: 3.05 },
  "Line B": { job_security: 2.3, involvement: 2.0, training: 2.5, explainability: 2.8, else: 3.1 },
  Maintenance: { job_security: 3.6, involvement: 2.7, training: 3.0, explainability: 3.7, else: 3.3 },
  Office: { job_security: 3.7, involvement: 3.4, else: 3.6 },
  Logistics: { job_security: 2.7, involvement: 2.3, training: 2.8, else: 3.1 },
};

/**
 * A factory that is about to automate a line: what 140 people say about distrust, with numbers, and what most of them say
 * about the systems they know, in words.
 * @returns {Record<string, () => string>}
 */
export function factory() {
  const next = random(83);
  const people = Object.entries(DEPARTMENTS).flatMap(([department, { n, shifts }]) =>
    Array.from({ length: n }, (_, i) => ({ department, shift: shifts[i % shifts.length] ?? "", lean: normal(next) })),
  );
  const sector = profile("manufacturing").supplement.items;
  const own = (/** @type {Record<string, number> | undefined} */ of, /** @type {string} */ d) =>
    of?.[d] ?? of?.["else"] ?? 3;
  const columns = (/** @type {readonly any[]} */ items) => ["department", "shift", ...items.map((item) => item.id)];

  function distrust() {
    const { items } = framework("distrust-symptoms");
    // Who leans to distrust leans away from the good of the sector's items.
    const shape = { low: 1, high: 5, spread: 0.5, noise: 0.65, sign: (/** @type {string} */ d) => (d === "" ? -1 : 1) };
    const answer = crowd({ items: [...items, ...sector], next, shape });
    const rows = shuffled(people, next).map(({ department, shift, lean }) => {
      const night = shift === "night" ? 0.15 : 0;
      const codes = answer(
        (d) => (d === "" ? (department === "Office" ? 3.6 : 2.9) : own(LOADS[department], d) + night),
        lean,
      );
      // What one does not dare to say is left open more often than the rest.
      return [
        department,
        shift,
        ...codes.map((code, at) => (next() < (items[at]?.dimension === "silence" ? 0.06 : 0.02) ? "" : code)),
      ];
    });
    return lines([columns([...items, ...sector]), ...rows]);
  }

  function automation() {
    const { items } = framework("automation-trust");
    const answer = crowd({ items, next, shape: { low: 1, high: 5, spread: 0.5, noise: 0.65 } });
    const rows = shuffled(people, next)
      .filter(() => next() > 0.08)
      .map(({ department, shift, lean }) => {
        const codes = answer((d) => own(SYSTEMS[department], d), -lean);
        const absent = (/** @type {number} */ at) => department === "Office" && items[at]?.dimension === "training";
        const said = codes.map((code, at) => {
          const draw = next();
          if (absent(at) && draw < 0.25) return "Not applicable";
          return draw < 0.02 ? "" : draw > 0.98 ? "Don't know" : label(code);
        });
        return [department, shift, ...said];
      });
    return lines([columns(items), ...rows]);
  }

  const [first, second] = [distrust(), automation()];
  return { "factory-distrust.csv": () => first, "factory-automation.csv": () => second };
}
