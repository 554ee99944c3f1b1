/**
 * Makes the survey exports and sheets in examples/: simulated people, real wordings, each file of another export's shape.
 * Same seed, same bytes. They describe no real organisation. Those named after a survey tool are written by
 * `trust-audit simulate`, so the program must be built.
 *
 *     node scripts/make-examples.mjs [folder]
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clinic } from "./examples/clinic.mjs";
import { factory } from "./examples/factory.mjs";
import { framework, label, lines, person, plain, quoted, random, wording } from "./examples/people.mjs";
import { retailer, retailerPlan } from "./examples/retailer.mjs";
import { twoWaves } from "./examples/two-waves.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = process.argv[2] ?? join(root, "examples");

/** Plain: item ids as headers, codes as answers. A department that does well, one that does not, one too small to show. */
function staff() {
  const of = framework("trust-equation");
  const next = random(11);
  const size = { Sales: 31, Service: 24, Production: 38, Logistics: 14, Finance: 9, Management: 4, "": 3 };
  const lift = { Sales: 0.1, Service: -0.55, Production: -0.15, Logistics: 0.3, Finance: 0.35, Management: 0.6, "": 0 };
  const base = { credibility: 3.7, reliability: 3.3, intimacy: 3.1, self_orientation: 3.0 };
  const people = Object.entries(size).flatMap(([department, n]) =>
    Array.from({ length: n }, () => {
      const group = lift[/** @type {keyof typeof lift} */ (department)];
      const level = (/** @type {string} */ d) =>
        base[/** @type {keyof typeof base} */ (d)] + (d === "self_orientation" ? -group : group);
      return { department, answers: person(of, level, { next }), order: next() };
    }),
  );
  people.sort((a, b) => a.order - b.order);
  const ids = of.items.map((/** @type {any} */ item) => item.id);
  return lines([
    ["respondent", "department", ...ids],
    ...people.map((one, i) => [
      `r${String(i + 1).padStart(3, "0")}`,
      one.department,
      ...ids.map((/** @type {string} */ id) => one.answers[id]),
    ]),
  ]);
}

/** Google Forms, own download: everything quoted, a grid's rows in brackets, labels as answers, a scale as bare numbers. */
function customers() {
  const of = framework("trust-equation");
  const next = random(23);
  const base = { credibility: 3.9, reliability: 2.9, intimacy: 3.5, self_orientation: 2.7 };
  const header = [
    "Timestamp",
    ...of.items.map((/** @type {any} */ item) =>
      item.dimension === undefined
        ? wording(item, "customers")
        : `How far do you agree? [${wording(item, "customers")}]`,
    ),
    "Anything else you would like to tell us?",
  ];
  const rows = Array.from({ length: 46 }, (_, i) => {
    const answers = person(of, (d) => base[/** @type {keyof typeof base} */ (d)], { next });
    const cells = of.items.map((/** @type {any} */ item) => {
      if (item.dimension === undefined) return answers[item.id];
      return next() < 0.02 ? "Don't know" : label(answers[item.id] ?? "");
    });
    const comment = i === 7 ? 'They said "tomorrow",\nthen it was three weeks.' : "";
    return [
      `2026/03/${String(1 + (i % 28)).padStart(2, "0")} 10:${String(i).padStart(2, "0")}:00 am GMT+1`,
      ...cells,
      comment,
    ];
  });
  return lines([header, ...rows], quoted);
}

/** Semicolons, a byte order mark, Windows line ends, labels: as a German spreadsheet saves it. All 60 items. */
function distrust() {
  const of = framework("distrust-symptoms");
  const next = random(37);
  const high = {
    broken_promises: 3.7,
    tight_control: 3.6,
    falling_effort: 3.5,
    opaque_decisions: 3.4,
    badly_led_change: 3.5,
    resistance: 3.4,
  };
  const text = lines(
    [
      ["site", ...of.items.map((/** @type {any} */ item) => item.id)],
      ...Array.from({ length: 64 }, (_, i) => {
        const site = ["Main works", "Main works", "Depot", "Office"][i % 4] ?? "";
        const worse = site === "Depot" ? 0.35 : 0;
        const answers = person(of, (d) => (high[/** @type {keyof typeof high} */ (d)] ?? 2.7) + worse, { next });
        return [site, ...of.items.map((/** @type {any} */ item) => label(answers[item.id] ?? ""))];
      }),
    ],
    plain,
    ";",
  );
  return `\uFEFF${text.replaceAll("\n", "\r\n")}`;
}

/** Google Forms through the sheet: a localised date first, few quotes, the short form with questions as headers. */
function workshop() {
  const of = framework("distrust-symptoms");
  const next = random(41);
  const short = new Set(of.forms[0].items);
  const items = of.items.filter((/** @type {any} */ item) => short.has(item.id));
  return lines([
    ["Zeitstempel", ...items.map((/** @type {any} */ item) => wording(item, "employees"))],
    ...Array.from({ length: 22 }, (_, i) => {
      const answers = person(of, () => 3.1, { next });
      return [`12.05.2026 14:${String(10 + i)}:00`, ...items.map((/** @type {any} */ item) => answers[item.id])];
    }),
  ]);
}

/** Paper sheets as somebody types them in: one a line, one sign a question. */
function sheets() {
  const of = framework("trust-equation");
  const next = random(51);
  const said = new Map([
    [3, " // We hear of changes from customers first."],
    [9, " // Ask again after the move."],
  ]);
  const typed = Array.from({ length: 12 }, (_, i) => {
    const answers = person(of, () => 3.4, { next });
    const codes = of.items.map((/** @type {any} */ item) => answers[item.id]);
    const signs = codes
      .map((/** @type {number | ""} */ code) => (code === "" ? "-" : code === 10 ? "t" : code))
      .join("");
    const sum = codes.reduce((/** @type {number} */ all, /** @type {number | ""} */ code) => all + Number(code), 0);
    const department = i % 2 === 0 ? "Sales" : "Service";
    return `@${i + 1} department=${department} ${signs.match(/.{1,5}/g)?.join(" ")} =${sum % 10}${said.get(i + 1) ?? ""}\n`;
  });
  return `# Typed in from paper: @ number of the sheet, one sign a question, = check digit, // what was written below.\n${typed.join("")}`;
}

const files = {
  "staff.csv": staff,
  "customers-google-forms.csv": customers,
  "distrust-semicolon.csv": distrust,
  "workshop-google-sheet.csv": workshop,
  "sheets.txt": sheets,
  ...twoWaves(),
  ...clinic(),
  ...factory(),
  ...retailer(),
  "headcount.csv": () =>
    lines([
      ["department", "people"],
      ["Sales", 35],
      ["Service", 30],
      ["Production", 52],
      ["Logistics", 16],
      ["Finance", 9],
      ["Management", 5],
      ["", 3],
    ]),
};
for (const [name, make] of Object.entries(files)) writeFileSync(join(out, name), make());

/** One export for each further survey tool, by the program itself: file → what `simulate` is asked for. */
const exports = {
  "qualtrics.csv":
    "-f trust-equation --audience customers --n 52 --seed 61 --level 62 --segment region=North,South,West",
  "surveymonkey.csv":
    "-f trust-equation --audience partners --n 48 --seed 62 --level 48 --segment size=Small,Medium,Large",
  "limesurvey.csv": "-f distrust-symptoms --n 44 --seed 63 --level 40 --segment site=Works,Depot",
  "typeform.csv": "-f trust-equation --audience community --n 50 --seed 64 --level 52 --segment district=Harbour,Hill",
  "microsoft-forms.csv": "-f trust-equation --audience employees --n 46 --seed 65 --level 58",
};
for (const [name, asked] of Object.entries(exports)) {
  const dialect = name.replace(".csv", "");
  const short = dialect === "limesurvey" ? ["--form", framework("distrust-symptoms").forms[0].id] : [];
  const flags = ["--quiet", "simulate", "--dialect", dialect, ...asked.split(" "), ...short];
  writeFileSync(join(out, name), execFileSync(process.execPath, [join(root, "bin", "trust-audit.js"), ...flags]));
}
writeFileSync(join(out, "retailer-plan.csv"), retailerPlan(out));
