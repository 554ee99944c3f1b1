/**
 * The rooms of src/ and what belongs in them, as data: the structure linter and its rules are made from this.
 * A room is a folder of src/ (`render`) or a file directly in it (`main.ts`).
 */

/** Imports go down only: a room may import rooms with a lower number, and itself. */
export const FLOORS = {
  "main.ts": 14,
  "program.ts": 13,
  commands: 12,
  cli: 11,
  "pipeline.ts": 10,
  render: 10,
  // Parts of the table of contents, so that the table itself stays one page.
  pipeline: 9.5,
  report: 9,
  diagnosis: 8,
  statistics: 7,
  disclosure: 6,
  engines: 6,
  // An engine hands scored respondents to a sink, so sinks stand a floor below engines.
  sinks: 5,
  aggregate: 5,
  scoring: 4,
  // A questionnaire is made of an interview's plan, and read back by the rules of responses.
  instrument: 4,
  sources: 4,
  // A project file is read with what the framework room knows of YAML; its gates and options are judged further up.
  project: 3,
  response: 3,
  interview: 3,
  shelf: 3,
  // Made-up respondents know the framework and nothing of how exports are read: that is what makes them a test of it.
  simulation: 3,
  framework: 2,
  audit: 2,
  problems: 1,
  numeric: 1,
  "version.ts": 0,
};

/** The pure trunk: no file system, clock, randomness, environment or console. What varies is a parameter. */
export const PURE = [
  "problems",
  "numeric",
  "framework",
  "audit",
  "response",
  "interview",
  "instrument",
  "simulation",
  "project",
  "scoring",
  "aggregate",
  "disclosure",
  "statistics",
  "diagnosis",
  "report",
  "render",
];

/** The rooms that open onto the machine. */
export const DOORS = ["shelf", "sources", "engines", "sinks", "cli", "main.ts"];

/** Each third-party package enters in one place, so that it can be replaced there. */
export const PACKAGES = {
  commander: { places: ["src/commands/", "src/program.ts"], field: "reading the command line" },
  "csv-parse": { places: ["src/sources/csv/"], field: "reading CSV" },
  "read-excel-file": { places: ["src/sources/xlsx/"], field: "reading Excel workbooks" },
  yaml: { places: ["src/framework/"], field: "reading YAML" },
  ajv: { places: ["src/framework/"], field: "JSON Schema" },
  syllable: { places: ["src/framework/"], field: "counting syllables, for the reading grade of questions" },
  jsep: { places: ["src/framework/"], field: "parsing formulas; the tree is part of the compiled framework" },
  chalk: { places: ["src/render/terminal/"], field: "colour" },
  "cli-table3": { places: ["src/render/terminal/"], field: "tables in the terminal" },
  "@observablehq/plot": { places: ["src/render/svg/"], field: "charts" },
  linkedom: { places: ["src/render/svg/"], field: "the document that charts are drawn into" },
  "write-excel-file": { places: ["src/render/xlsx.ts", "src/render/xlsx/"], field: "writing Excel workbooks" },
  "string-width": { places: ["src/render/terminal/"], field: "the width of text in the terminal" },
  "ml-matrix": { places: ["src/numeric/"], field: "eigenvalues" },
  "@stdlib/[^/]+": { places: ["src/numeric/"], field: "distributions" },
  "pure-rand": { places: ["src/numeric/"], field: "seeded random numbers" },
  "@inquirer/select": { places: ["src/cli/prompts/"], field: "choosing at the terminal" },
  "@inquirer/core": { places: ["src/cli/prompts/"], field: "asking at the terminal" },
  "fastest-levenshtein": { places: ["src/problems/"], field: "the nearest valid word" },
};

/** Globals a pure room does not touch, and what to use in their place. */
export const IMPURE_GLOBALS = {
  console: "return text; src/cli/output writes it",
  process: "take what varies as a parameter",
  Date: "take the time as a parameter",
  performance: "take the time as a parameter",
  crypto: "take random numbers or hashes as a parameter",
  fetch: "nothing here goes to the network",
  setTimeout: "nothing here waits",
  setInterval: "nothing here waits",
  setImmediate: "nothing here waits",
  globalThis: "take what varies as a parameter",
};

export const IMPURE_MEMBERS = {
  "Math.random": "take a seeded generator as a parameter",
};

export const MAX_LINES = 250;
