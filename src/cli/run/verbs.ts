/**
 * The work of the short verbs, in one module: a command loads it when it runs, and start-up then resolves a few large files
 * instead of many small ones. What only some runs need (YAML, schema validators, Markdown) stays behind imports of its
 * own, and so do the survey and the paper sheet.
 */
export { checkFrameworks } from "./check-frameworks.ts";
export { runDoctor } from "./doctor.ts";
export { runList, runNew, runSchema, runShow } from "./frameworks.ts";
export { runReport } from "./report.ts";
export { runScore } from "./score.ts";
