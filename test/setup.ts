import fc from "fast-check";
import { WHOLE } from "./part.ts";

/** `npm run prove` tries every property ten times as often as `npm test`. */
fc.configureGlobal({ numRuns: WHOLE ? 1000 : 100 });
