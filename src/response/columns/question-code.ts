/** What LimeSurvey takes as a code: letters and digits, beginning with a letter, at most 20. */
const FITS = /^[A-Za-z][A-Za-z0-9]{0,19}$/;
/** In lower case: words of LimeSurvey's own language, then columns that LimeSurvey and Qualtrics write beside the answers. */
const RESERVED: ReadonlySet<string> = new Set(
  `lang sid savedid token qid gid sgq self that this time other
   id submitdate lastpage startlanguage seed startdate datestamp ipaddr refurl firstname lastname email interviewtime
   enddate recordeddate duration durationinseconds status responsetype progress finished responseset distributionchannel
   userlanguage responseid recordid ipaddress recipientlastname recipientfirstname recipientemail externalreference
   externaldatareference locationlatitude locationlongitude locationaccuracy participantname participantemail`.split(
    /\s+/,
  ),
);
const HEAD = 12;
const TAIL = 7;

/**
 * The code under which a survey tool with narrow rules knows an item or a segment: its own name where that fits, else its
 * letters and digits, an x and seven signs made of the whole name, so that names which differ keep different codes.
 * The reader makes the same codes of the items it looks for, and so finds them again.
 */
export function questionCode(name: string): string {
  if (FITS.test(name) && !RESERVED.has(name.toLowerCase())) return name;
  const kept = name.replace(/[^A-Za-z0-9]/g, "").replace(/^(?=\d|$)/, "q");
  return `${kept.slice(0, HEAD)}x${fingerprint(name).toString(36).padStart(TAIL, "0")}`;
}

/** FNV-1a, 32 bits: no secret, only a short name for a long text. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
