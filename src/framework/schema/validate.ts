import type { SchemaError } from "../../../generated/framework-validator.mjs";
import type { Complaint } from "../complaint.ts";
import { isEcho } from "../doubt.ts";
import { complaintsOf } from "./explain.ts";
import { mendKeys } from "./mend.ts";
import { type Salvaged, salvage } from "./salvage.ts";

type Validate = typeof import("../../../generated/framework-validator.mjs").default;

/** What the schema has against a value, and how the linter goes on from there. */
export interface Verdict {
  readonly complaints: readonly Complaint[];
  /** What can be checked further; null when too little of it has its shape. */
  readonly salvaged: Salvaged | null;
  /** A linter's complaints at the places the file has, without those that say again what the schema has said. */
  readonly beside: (linted: readonly Complaint[]) => readonly Complaint[];
}

/** Checks a framework against frameworks/framework.schema.json, all errors at once. */
export async function validateFramework(value: unknown): Promise<Verdict> {
  const { default: validate } = await import("../../../generated/framework-validator.mjs");
  return verdict(value, validate);
}

/** Checks a strategy against frameworks/strategy.schema.json, all errors at once. */
export async function validateStrategy(value: unknown): Promise<Verdict> {
  const { default: validate } = await import("../../../generated/strategy-validator.mjs");
  return verdict(value, validate);
}

/** Checks a profile against frameworks/profile.schema.json, all errors at once. */
export async function validateProfile(value: unknown): Promise<Verdict> {
  const { default: validate } = await import("../../../generated/profile-validator.mjs");
  return verdict(value, validate);
}

/** Checks a mapping against frameworks/mapping.schema.json, all errors at once. */
export async function validateMapping(value: unknown): Promise<Verdict> {
  const { default: validate } = await import("../../../generated/mapping-validator.mjs");
  return verdict(value, validate);
}

/** Checks a project file against frameworks/project.schema.json, all errors at once. */
export async function validateProject(value: unknown): Promise<Verdict> {
  const { default: validate } = await import("../../../generated/project-validator.mjs");
  return verdict(value, validate);
}

function verdict(value: unknown, validate: Validate): Verdict {
  const errors = errorsOf(value, validate);
  const mended = mendKeys(value, errors);
  if (mended === null) return judged(value, errors);
  const { complaints, salvaged, beside } = judged(mended.value, errorsOf(mended.value, validate));
  return {
    complaints: [...complaintsOf(mended.errors), ...complaints.map(mended.asWritten)],
    salvaged,
    beside: (linted) => beside(linted).map(mended.asWritten),
  };
}

function judged(value: unknown, errors: readonly SchemaError[]): Verdict {
  const salvaged = salvage(value, errors);
  return {
    complaints: complaintsOf(errors),
    salvaged,
    beside: (linted) => linted.filter((complaint) => !isEcho(complaint, salvaged?.doubts ?? [])),
  };
}

function errorsOf(value: unknown, validate: Validate): readonly SchemaError[] {
  validate(value);
  return validate.errors ?? [];
}
