import type { SchemaError } from "../../../generated/framework-validator.mjs";
import { givesReferredId, isAboutId } from "./ids.ts";

/** An error, and how many more of its neighbours have the same one. */
export interface Cause {
  readonly error: SchemaError;
  readonly alike: number;
}

/** The errors of the schema, one for each thing that is to be mended. */
export function causesOf(errors: readonly SchemaError[]): readonly Cause[] {
  return withoutNeighbours(withoutRepeatedIds(withoutSecondOpinions(errors)));
}

/** Where only certain values are allowed, their list says the kind as well; of a value that is not there, the kind says enough. */
function withoutSecondOpinions(errors: readonly SchemaError[]): readonly SchemaError[] {
  const listed = new Set(errors.filter(listsValues).map((error) => error.instancePath));
  return errors.filter((error) => {
    if (error.data === null) return !listsValues(error);
    return error.keyword !== "type" || !listed.has(error.instancePath);
  });
}

function listsValues({ keyword }: SchemaError): boolean {
  return keyword === "enum" || keyword === "const";
}

/** A malformed id is reported where it is given: that makes plain what to write where it is referred to. */
function withoutRepeatedIds(errors: readonly SchemaError[]): readonly SchemaError[] {
  const given = new Set(errors.filter((error) => isAboutId(error) && givesReferredId(error)).map(written));
  return errors.filter((error) => !isAboutId(error) || givesReferredId(error) || !given.has(written(error)));
}

function written(error: SchemaError): string {
  return JSON.stringify([error.keyword, error.propertyName ?? error.data]);
}

/** A list or map whose entries are all of another kind was taken for something else: that is one slip, not many. */
function withoutNeighbours(errors: readonly SchemaError[]): readonly Cause[] {
  const groups = new Map<string, SchemaError[]>();
  for (const [index, error] of errors.entries()) {
    const key = isEntryOfOtherKind(error) ? groupOf(error) : String(index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [error]);
    else group.push(error);
  }
  return [...groups.values()].flatMap(([error, ...others]) =>
    error === undefined ? [] : [{ error, alike: others.length }],
  );
}

function isEntryOfOtherKind({ keyword, instancePath }: SchemaError): boolean {
  return keyword === "type" && /(\/\d+|^\/(bands|scales)\/[^/]+)$/.test(instancePath);
}

function groupOf({ instancePath, params }: SchemaError): string {
  return `${instancePath.slice(0, instancePath.lastIndexOf("/"))} ${String(params["type"])}`;
}
