import type { KnownColumn } from "../../response/table-head.ts";
import type { QualtricsHeader } from "./qualtrics-header.ts";
import { OWN, ownName } from "./qualtrics-own.ts";

/** Old exports only, where V1 to V10 hold them; elsewhere questions have such names. */
const OF_OLD: ReadonlySet<string> = new Set(["name", "emailaddress"]);

/** For each column which of Qualtrics' own it is; null: none. Import ids do not change with the language of the survey. */
export function ownColumns({ names, importIds }: QualtricsHeader): readonly (string | null)[] {
  return names.map((name, at) => {
    const importId = importIds[at] ?? "";
    if (isQuestion(importId)) return null;
    if (/^V\d+$/.test(name) && OF_OLD.has(importId.toLowerCase())) return "name";
    return ownName(importId) ?? ownName(name);
  });
}

/** `QID5`, `1_QID5_2` of a loop. */
function isQuestion(importId: string): boolean {
  return /^(?:\w+_)?QID\d/.test(importId);
}

const OWN_HOW = "Qualtrics' own column";
/** Ends of names, and what such a column holds. Names, since the import id of an answer typed in ends in _TEXT, too. */
const BESIDE: readonly (readonly [RegExp, string])[] = [
  [/_TEXT$/, "a text beside the choices"],
  [/^(?:FL|BL)_\w+_DO(?:_|$)|_DO(?:_\d+)?$/, "the order in which something was shown"],
  [/_NPS_GROUP$/, "promoters and detractors, from the answer beside it"],
  [/ - (?:Parent Topics|Topics|Topic Hierarchy.*|Sentiment.*|Topic Sentiment.*|Actionability)$/, "found in a text"],
  [/_(?:First Click|Last Click|Page Submit|Click Count)$/, "a timing"],
  [/_(?:Browser|Operating System|Resolution)$/, "the respondent's browser"],
  [/_\d+_(?:GROUP|RANK)$/, "groups made of the choices"],
  [/^Q_(?:\w*Recaptcha|RelevantID|BallotBox|Duplicate|Fraud|TotalDuration|URL|Language|Straight|Unanswered)/i, OWN_HOW],
  [/^Q_(?:PopulateResponse|DataPolicy|AmbiguousText|CHL|R$|R_DEL|SurveyVersion|Terminate|EED)/i, OWN_HOW],
];

/** own: as `ownColumns` gives them. */
export function knownColumns(
  { names, importIds }: QualtricsHeader,
  own: readonly (string | null)[],
): readonly (KnownColumn | null)[] {
  return names.map((name, at) => {
    const mine = own[at] ?? null;
    if (mine !== null) return { takenFor: OWN.get(mine) ?? "personal", how: OWN_HOW };
    const importId = importIds[at] ?? "";
    // Fields of the survey itself have their name for an import id; a question of this name has QID.
    if (name.startsWith("Q_") && importId === name) return { takenFor: "ignored", how: OWN_HOW };
    if (/_DO(?:_|$)/.test(importId)) return { takenFor: "ignored", how: "the order in which something was shown" };
    const how = BESIDE.find(([pattern]) => pattern.test(name))?.[1];
    return how === undefined ? null : { takenFor: "ignored", how };
  });
}
