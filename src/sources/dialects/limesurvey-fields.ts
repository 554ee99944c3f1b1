import type { KnownColumn } from "../../response/table-head.ts";

/** What LimeSurvey itself writes of a response, by the codes of its columns. */
export const FIELDS = {
  id: { takenFor: "ignored", how: "a number within this survey, not the id of a person" },
  submitdate: { takenFor: "time", how: "LimeSurvey's own column" },
  lastpage: { takenFor: "ignored", how: "LimeSurvey's own column" },
  startlanguage: { takenFor: "ignored", how: "LimeSurvey's own column" },
  seed: { takenFor: "ignored", how: "LimeSurvey's own column" },
  startdate: { takenFor: "time", how: "LimeSurvey's own column" },
  datestamp: { takenFor: "time", how: "LimeSurvey's own column" },
  ipaddr: { takenFor: "personal", how: "LimeSurvey's own column" },
  refurl: { takenFor: "personal", how: "LimeSurvey's own column" },
  token: { takenFor: "personal", how: "LimeSurvey's own column" },
  firstname: { takenFor: "personal", how: "LimeSurvey's own column" },
  lastname: { takenFor: "personal", how: "LimeSurvey's own column" },
  email: { takenFor: "personal", how: "LimeSurvey's own column" },
  interviewtime: { takenFor: "time", how: "LimeSurvey's timing" },
} as const satisfies Record<string, KnownColumn>;
export type Field = keyof typeof FIELDS;

/** The columns' titles in the language of whoever exported them, lower case. */
const TITLES: readonly (readonly [Field, ...string[]])[] = [
  ["id", "response id", "antwort id", "antwort-id", "id de la réponse", "id de respuesta", "id da resposta"],
  ["submitdate", "date submitted", "datum abgeschickt", "date de soumission", "fecha de envío", "data de envio"],
  ["lastpage", "last page", "letzte seite", "dernière page", "última página"],
  ["startlanguage", "start language", "start-sprache", "langue de départ", "lenguaje inicial", "idioma inicial"],
  ["seed", "seed", "zufallsstartwert", "tête de série", "semilla", "semente"],
  ["startdate", "date started", "datum gestartet", "date de lancement", "fecha de inicio", "data de início"],
  [
    "datestamp",
    "date last action",
    "datum letzte aktivität",
    "date de la dernière action",
    "fecha de la última acción",
  ],
  ["ipaddr", "ip address", "ip-adresse", "adresse ip", "dirección ip"],
  ["refurl", "referrer url", "referer url"],
  ["token", "access code", "zugangscode"],
  ["firstname", "first name", "vorname", "prénom"],
  ["lastname", "last name", "nachname", "nom de famille"],
  ["email", "email address", "e-mail-adresse"],
  ["interviewtime", "total time", "gesamtzeit"],
];
const BY_TITLE: ReadonlyMap<string, Field> = new Map(
  TITLES.flatMap(([field, ...titles]) => titles.map((title): [string, Field] => [title, field])),
);

/** A column of LimeSurvey's own. by: what gave it away, its code (`submitdate`, `submitdate. Date submitted`) or its title. */
export interface Named {
  readonly field: Field;
  readonly by: "code" | "title";
}

export function fieldNamed(header: string): Named | null {
  // An export can write underscores for spaces.
  const name = header.toLowerCase();
  const code = /^([a-z]+)(?:\s*[.:;|)–—-]\s+\S.*)?$/.exec(name)?.[1];
  if (code !== undefined && isField(code) && codeFits(code, name)) return { field: code, by: "code" };
  const field = BY_TITLE.get(name.replaceAll("_", " "));
  return field === undefined ? null : { field, by: "title" };
}

/** `id` and `seed` are words that begin other headers, too: a text behind them has to be the title of the column. */
function codeFits(code: Field, name: string): boolean {
  if (name === code || (code !== "id" && code !== "seed")) return true;
  return BY_TITLE.get(name.slice(code.length).replace(/^\s*[.:;|)–—-]\s+/, "")) === code;
}

function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}
