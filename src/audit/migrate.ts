import { fromVersion1 } from "./from-version-1.ts";
import { fromVersion2 } from "./from-version-2.ts";
import { fromVersion3 } from "./from-version-3.ts";
import { isRecord } from "./records.ts";

/**
 * An audit of an older format version as this program would have written it. Nothing is worked out again: what was not
 * computed then is null, empty or "not counted". Keys come in the order of the declarations. Whatever is damaged is
 * passed on as it is, for the schema to name.
 */
export function migrate(document: unknown): unknown {
  if (!isRecord(document)) return document;
  switch (document["formatVersion"]) {
    case 1:
      return fromVersion3(fromVersion2(fromVersion1(document)));
    case 2:
      return fromVersion3(fromVersion2(document));
    case 3:
      return fromVersion3(document);
    default:
      return document;
  }
}
