import type { SchemaError } from "../../../generated/framework-validator.mjs";
import { suggest } from "../../problems/suggest.ts";

/** What an unknown key was most likely meant to be. */
export interface MeantKey {
  readonly key: string;
  /** Set when the colon after the key is missing, so that the value became part of the key. */
  readonly value?: string;
}

/** The keys the schema allows where an unknown one stands. */
export function allowedKeys({ parentSchema }: SchemaError): readonly string[] {
  return Object.keys((parentSchema?.["properties"] as object | undefined) ?? {});
}

/** The key that an unknown one stands for: one that is not there yet, misspelt or without its colon. */
export function meantKey(error: SchemaError): MeantKey | undefined {
  const written = String(error.params["additionalProperty"]);
  const data = (error.data as Record<string, unknown> | null) ?? {};
  const free = allowedKeys(error).filter((name) => !Object.hasOwn(data, name));
  const [, first = "", rest = ""] = /^([a-z_]+)(?:\s+|:)(\S.*)$/s.exec(written) ?? [];
  if (data[written] === null && free.includes(first)) return { key: first, value: rest };
  const key = suggest(written, free);
  return key === undefined ? undefined : { key };
}
