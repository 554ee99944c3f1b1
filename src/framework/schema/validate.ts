import type { SchemaError } from "../../../generated/framework-validator.mjs";
import type { Complaint } from "../complaint.ts";
import { complaintsOf } from "./explain.ts";
import { SOME_TEXT } from "./words.ts";

/** What the schema has against a value; `sound` when its shape and size are right, so that the linter may go on. */
export interface Verdict {
  readonly complaints: readonly Complaint[];
  readonly sound: boolean;
}

/** Keywords whose failure leaves a value of another shape than the types promise, or larger than checks are made for. */
const BREAKING: ReadonlySet<string> = new Set([
  "required",
  "type",
  "dependencies",
  "maxItems",
  "maxProperties",
  "maxLength",
]);

/** Checks a framework against frameworks/framework.schema.json, all errors at once. */
export async function validateFramework(value: unknown): Promise<Verdict> {
  const { default: validate } = await import("../../../generated/framework-validator.mjs");
  validate(value);
  return verdict(validate.errors ?? []);
}

/** Checks a strategy against frameworks/strategy.schema.json, all errors at once. */
export async function validateStrategy(value: unknown): Promise<Verdict> {
  const { default: validate } = await import("../../../generated/strategy-validator.mjs");
  validate(value);
  return verdict(validate.errors ?? []);
}

function verdict(errors: readonly SchemaError[]): Verdict {
  return { complaints: complaintsOf(errors), sound: !errors.some(isBreaking) };
}

/** A malformed id breaks too: every reference to it would be reported as well, and would say nothing new. */
function isBreaking({ keyword, params }: SchemaError): boolean {
  return BREAKING.has(keyword) || (keyword === "pattern" && params["pattern"] !== SOME_TEXT);
}
