import { framework, lines, normal, person, random } from "./people.mjs";

const DIVISIONS = { Works: ["Assembly", "Stores", "Maintenance"], Office: ["Sales", "Finance", "Design"] };
const WEIGHTS = { Assembly: "1.25", Stores: "1.1", Maintenance: "1", Sales: "0.8", Finance: "0.75", Design: "0.9" };
const TENURES = ["under 2 years", "2 to 5 years", "over 5 years"];

/**
 * The same firm in two years: most people answer both times, trust rises, one department stands in two camps throughout.
 * @returns {Record<string, () => string>}
 */
export function twoWaves() {
  const of = framework("trust-equation");
  const next = random(31);
  const size = { Assembly: 28, Stores: 14, Maintenance: 11, Sales: 22, Finance: 10, Design: 14 };
  const lift = { Assembly: -0.45, Stores: 0, Maintenance: 0.15, Sales: 0.1, Finance: 0.45, Design: 0 };
  let count = 0;
  const hired = (/** @type {keyof typeof size} */ department, /** @type {string | undefined} */ tenure) => {
    count += 1;
    const camp = department === "Design" ? (count % 2 === 0 ? 1.2 : -1.2) : 0;
    return {
      id: `R${1000 + ((count * 389) % 997)}`,
      division: Object.entries(DIVISIONS).find(([, names]) => names.includes(department))?.[0] ?? "",
      department,
      tenure: tenure ?? TENURES[Math.floor(next() * TENURES.length)],
      level: lift[department] + camp + normal(next) * 0.5,
      order: next(),
    };
  };
  const names = /** @type {(keyof typeof size)[]} */ (Object.keys(size));
  const first = names.flatMap((department) =>
    Array.from({ length: size[department] }, () => hired(department, undefined)),
  );
  first.sort((a, b) => a.order - b.order);
  const joined = Array.from({ length: 17 }, (_, i) => hired(names[i % names.length] ?? "Sales", TENURES[0]));
  const second = [...first.filter((_, i) => i % 6 !== 5), ...joined].sort((a, b) => a.id.localeCompare(b.id));
  const ids = of.items.map((/** @type {any} */ item) => item.id);
  const rows = (/** @type {typeof first} */ people, /** @type {number} */ year, /** @type {number} */ rise) =>
    lines([
      ["respondent", "year", "division", "department", "tenure", "weight", ...ids],
      ...people.map(({ id, division, department, tenure, level }) => {
        const good = level + rise + normal(next) * 0.2;
        const answers = person(of, (d) => (d === "self_orientation" ? 2.85 - good : 3.15 + good), {
          next,
          spread: 0.15,
        });
        return [
          id,
          year,
          division,
          department,
          tenure,
          WEIGHTS[department],
          ...ids.map((/** @type {string} */ item) => answers[item]),
        ];
      }),
    ]);
  const [before, after] = [rows(first, 2025, 0), rows(second, 2026, 0.35)];
  return { "staff-2025.csv": () => before, "staff-2026.csv": () => after };
}
