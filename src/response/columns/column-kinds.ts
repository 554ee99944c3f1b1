import type { KnownColumn, TableHead } from "../table-head.ts";
import { coresOf, isPersonalCore, isRoleCore } from "./personal-core.ts";
import { normaliseWording } from "./wording.ts";

/** Headers as `normaliseWording` writes them, that no list of words can hold. */
const PERSONAL: readonly RegExp[] = [
  /^(?:.+ )?e ?mail(?: .+)?$/,
  /^recipient\S*(?: \S+)?$/,
  /^(?:location|gps|geolocation|coordinates|(?:location ?)?(?:latitude|longitude))$/,
  // Of the participants of LimeSurvey, and the keys they were let in by.
  /^attribute ?\d+$/,
  /^token$/,
];

const TIMES: readonly RegExp[] = [
  /^(?:timestamp|time ?stamp|zeitstempel|horodateur|horodatage|marca temporal|marca de tiempo|carimbo de data hora|informazioni cronologiche|tijdstempel|tidsstämpel|tidsstempel|tidsmerke|aikaleima|sygnatura czasowa|časové razítko|časová pečiatka|időbélyeg|marcaj temporal|zaman damgası|χρονική σήμανση|отметка времени|позначка часу|タイムスタンプ|타임스탬프|时间戳记|時間戳記)$/,
  /^(?:start|end|stop|completion|recorded|submit|submitted|submission|finish|response) ?(?:date|time|datetime)(?: utc)?$/,
  /^(?:date|time|datetime|date submitted|submitted at|submitted on|created at|created on|completed at|started at|updated at|submitdate|startdate|datestamp|date and time|date time)$/,
  /^(?:duration|duration in seconds|time taken|interview ?time|seconds)$/,
];

/** A header of more characters is a question. */
const LONGEST = 120;

/** A column that may tell who answered: dropped on reading unless it is named as the id. */
export function isPersonal(header: string): boolean {
  return isPersonalName(header) || ADDRESS.test(header) || personalLabel(header) !== null;
}

const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]/;

/** "Name" of `Name: Ann Bell`, where the header itself tells of a person; else null. */
export function personalLabel(header: string): string | null {
  const label = /^([^:=]{1,40})[:=]\s*\S/.exec(header)?.[1]?.trim();
  return label !== undefined && isPersonalName(label) ? label : null;
}

function isPersonalName(header: string): boolean {
  if (header.length > LONGEST) return false;
  const names = namesOf(header);
  if (names.some((name) => PERSONAL.some((pattern) => pattern.test(name)))) return true;
  return names.some((name) => coresOf(name).some(isPersonalCore));
}

/** A header, and what is left of it without what stands in brackets. */
function namesOf(header: string): readonly string[] {
  const bare = header.replace(/\([^()]*\)|（[^（）]*）/g, " ");
  return bare === header ? spellingsOf(header) : [...spellingsOf(header), normaliseWording(bare)];
}

const ASCII = /^[\x20-\x7e]*$/;
const CAMEL = /[a-z\d][A-Z]|[A-Z]{2}[a-z]/;

/** As it is, and with its words apart where they are written together. */
function spellingsOf(header: string): readonly string[] {
  if (ASCII.test(header) && !CAMEL.test(header)) return [normaliseWording(header)];
  // CamelCase, as in RecipientFirstName or IPAddress, is several words.
  const spaced = header.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  return spaced === header ? [normaliseWording(header)] : [normaliseWording(header), normaliseWording(spaced)];
}

/** "Manager", "Supervisor" and the like: a role, or the names of those who have it. */
function isRole(header: string): boolean {
  return header.length <= LONGEST && namesOf(header).some((name) => coresOf(name).some(isRoleCore));
}

/** A personal column that tells only what several people may share: they may be grouped by it when it is named. */
export function isPlace(header: string): boolean {
  return /^(?:location|attribute[\s_]?\d+)$/i.test(header.trim());
}

export function isTime(header: string): boolean {
  return spellingsOf(header).some((name) => TIMES.some((pattern) => pattern.test(name)));
}

/** The values of a column would be printed as groups, and tell who answered. */
export function isPersonalGrouping(head: TableHead, at: number): boolean {
  const header = head.headers[at] ?? "";
  if (isPlace(header)) return false;
  const known: KnownColumn | null = head.known[at] ?? null;
  return isPersonal(header) || holdsNames(head, at) || (known?.takenFor === "personal" && known.mayGroup !== true);
}

/** A column of a role whose sampled cells are names, or nearly all different. */
export function holdsNames({ headers, sample }: TableHead, at: number): boolean {
  if (!isRole(headers[at] ?? "")) return false;
  const filled = sample.map(({ cells }) => cells[at]?.trim() ?? "").filter((cell) => cell !== "");
  const different = new Set(filled).size;
  const names = filled.filter((cell) => LIKE_A_NAME.test(cell)).length;
  return names > 0 && names * 2 >= filled.length ? true : filled.length >= 5 && different * 5 >= filled.length * 4;
}

/** Two or more capitalised words and nothing else: "Ann Bell", "Bell, Ann", "A. Bell". */
export const LIKE_A_NAME = /^\p{Lu}[\p{L}'’.-]*(?:,? (?:(?:de|von|van|der|la|di|da) )*\p{Lu}[\p{L}'’.-]*)+$/u;
