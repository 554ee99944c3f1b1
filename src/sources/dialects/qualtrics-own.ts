import type { KnownColumn } from "../../response/table-head.ts";

/** What Qualtrics writes beside the answers: its name, without spaces, in lower case → what that is. */
export const OWN: ReadonlyMap<string, KnownColumn["takenFor"]> = new Map([
  ["startdate", "time"],
  ["enddate", "time"],
  ["recordeddate", "time"],
  ["duration", "time"],
  ["status", "ignored"],
  ["progress", "ignored"],
  ["finished", "ignored"],
  ["responseset", "ignored"],
  ["distributionchannel", "ignored"],
  ["userlanguage", "ignored"],
  ["responseid", "id"],
  ["ipaddress", "personal"],
  ["recipientlastname", "personal"],
  ["recipientfirstname", "personal"],
  ["recipientemail", "personal"],
  ["externalreference", "personal"],
  ["externaldatareference", "personal"],
  ["locationlatitude", "personal"],
  ["locationlongitude", "personal"],
  ["locationaccuracy", "personal"],
  ["participantname", "personal"],
  ["participantemail", "personal"],
]);
/** Other names of the same: of the text row, and of import ids. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ["durationinseconds", "duration"],
  ["responsetype", "status"],
  ["recordid", "responseid"],
]);

/** Which of Qualtrics' own columns a name or an import id means; null: none. */
export function ownName(text: string): string | null {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const name = ALSO.get(letters) ?? letters;
  return OWN.has(name) ? name : null;
}
