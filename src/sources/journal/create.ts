import { linkSync } from "node:fs";
import { codeOf } from "../../problems/system-error.ts";
import { cannotLink, removeFile, removeQuietly } from "../disk.ts";
import { closeQuietly, openPrivate } from "./files.ts";
import { alreadyThere } from "./problems.ts";
import { draftOf } from "./store.ts";

/** The file is there with these bytes or not at all, and is left open. Throws ProblemsError (JN002), and what the system refuses. */
export function createWhole(place: string, bytes: Buffer): number {
  const draft = draftOf(place);
  removeFile(draft);
  const file = openPrivate(draft, bytes);
  try {
    linkSync(draft, place);
    return file;
  } catch (error) {
    closeQuietly(file);
    if (codeOf(error) === "EEXIST") throw alreadyThere(place);
    if (cannotLink(error)) return createDirectly(place, bytes);
    throw error;
  } finally {
    removeQuietly(draft);
  }
}

function createDirectly(place: string, bytes: Buffer): number {
  try {
    return openPrivate(place, bytes);
  } catch (error) {
    throw codeOf(error) === "EEXIST" ? alreadyThere(place) : error;
  }
}
