import fc from "fast-check";

/** `npm run prove` tries every property ten times as often as `npm test`. */
fc.configureGlobal({ numRuns: process.env["TRUST_AUDIT_PROVE"] === "full" ? 1000 : 100 });
