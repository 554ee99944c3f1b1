import { normaliseWording } from "./wording.ts";

/** Headers as `normaliseWording` writes them. */
const PERSONAL: readonly RegExp[] = [
  // Names of people.
  /^(?:(?:your|full|first|last|given|family|middle|maiden|user|display|contact|participant|respondent|recipient|employee) )?name$/,
  /^(?:(?:recipient|respondent|contact|participant) )?(?:first|last|full) ?name$/,
  /^(?:firstname|lastname|fullname|username|user ?name|surname|initials|recipient.*)$/,
  /^(?:vorname|nachname|familienname|vor und nachname|nom|prénom|nom de famille|nom complet|nombre|nombre completo|apellidos?|nombre y apellidos?)$/,
  /^(?:cognome|nome|nome completo|sobrenome|naam|voornaam|achternaam|imię|nazwisko|imię i nazwisko|navn|fornavn|etternavn|efternavn|namn|förnamn|efternamn)$/,
  /^(?:nimi|etunimi|sukunimi|имя|фамилия|фио|jméno|příjmení|név|vezetéknév|keresztnév|ad soyad|氏名|名前|お名前|姓名|이름)$/,
  // Ways to reach them.
  /\be ?mail\b|^(?:mail|mailadresse|correo electrónico|correo|courriel|adresse courriel|адрес электронной почты|メールアドレス|電子郵件地址|이메일 주소)$/,
  /^(?:(?:mobile|cell|home|work|contact|your|tele) ?)?(?:phone|telephone|mobile)(?: (?:number|no))?$/,
  /^(?:telefon|telefonnummer|handy|handynummer|téléphone|numéro de téléphone|teléfono|telefono|telefone|telefoon|telefoonnummer|телефон|電話番号)$/,
  /^(?:(?:home|postal|street|your) )?address$|^(?:street|postcode|post code|zip|zip code|postal code|anschrift|adresse|dirección|indirizzo)$/,
  // Where they sat.
  /^ip$|^ip ?(?:address|adresse)$|^(?:adresse|dirección|indirizzo) ip$/,
  /^(?:location ?)?(?:latitude|longitude)$|^(?:location|gps|geolocation|coordinates)$/,
  // Who they are by birth or in other registers.
  /^(?:date of birth|birth ?date|birthday|geburtsdatum|date de naissance|fecha de nacimiento|data di nascita)$/,
  /^external ?(?:data )?reference$/,
];

const TIMES: readonly RegExp[] = [
  /^(?:timestamp|time ?stamp|zeitstempel|horodateur|horodatage|marca temporal|marca de tiempo|carimbo de data hora|informazioni cronologiche|tijdstempel|tidsstämpel|tidsstempel|tidsmerke|aikaleima|sygnatura czasowa|časové razítko|časová pečiatka|időbélyeg|marcaj temporal|zaman damgası|χρονική σήμανση|отметка времени|позначка часу|タイムスタンプ|타임스탬프|时间戳记|時間戳記)$/,
  /^(?:start|end|stop|completion|recorded|submit|submitted|submission|finish|response) ?(?:date|time|datetime)(?: utc)?$/,
  /^(?:date|time|datetime|date submitted|submitted at|submitted on|created at|created on|completed at|started at|updated at|submitdate|startdate|datestamp|date and time|date time)$/,
  /^(?:duration|duration in seconds|time taken|interview ?time|seconds)$/,
];

/** A column that may tell who answered: dropped on reading unless it is named as the id. */
export function isPersonal(header: string): boolean {
  return matches(PERSONAL, header) || ADDRESS.test(header) || personalLabel(header) !== null;
}

const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]/;

/** "Name" of `Name: Ann Bell`, where the header itself tells of a person; else null. */
export function personalLabel(header: string): string | null {
  const label = /^([^:=]{1,40})[:=]\s*\S/.exec(header)?.[1]?.trim();
  return label !== undefined && matches(PERSONAL, label) ? label : null;
}

/** A personal column that tells the place only: people may be grouped by it when it is named. */
export function isPlace(header: string): boolean {
  return /^location$/i.test(header.trim());
}

export function isTime(header: string): boolean {
  return matches(TIMES, header);
}

function matches(patterns: readonly RegExp[], header: string): boolean {
  // CamelCase, as in RecipientFirstName or IPAddress, is several words.
  const spaced = header.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  const word = normaliseWording(header);
  const words = normaliseWording(spaced);
  return patterns.some((pattern) => pattern.test(word) || pattern.test(words));
}
