import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRowMarks } from "../../../src/response/rows/row-marks.ts";
import { qualtrics } from "../../../src/sources/dialects/qualtrics.ts";
import { anyRows, expectSound, layout, table } from "./layouts.ts";

const importIds = (...ids: readonly string[]) => ids.map((id) => `{"ImportId":"${id}"}`);
const NAMES = ["StartDate", "Status", "Progress", "Duration (in seconds)", "Finished", "ResponseId", "Q1", "Q2"];
const IDS = importIds("startDate", "status", "progress", "duration", "finished", "_recordId", "QID1", "QID2");
const TITLES = [
  "Start Date",
  "Response Type",
  "Progress",
  "Duration (in seconds)",
  "Finished",
  "Response ID",
  "One?",
  "Two?",
];
const GERMAN = [
  "Startdatum",
  "Antworttyp",
  "Fortschritt",
  "Dauer (in Sekunden)",
  "Fertig",
  "Antwort-ID",
  "Eins?",
  "Zwei?",
];
const ANSWER = ["2026-05-04 09:12:00", "IP Address", "100", "95", "True", "R_1abcDEFghiJKL", "Agree", "4"];
const OLD = ["ResponseID", "ResponseSet", "IPAddress", "StartDate", "EndDate", "Finished", "Status"];
const OLD_ANSWER = ["R_1abcDEFghiJKL", "Default Response Set", "192.0.2.1", "2014-05-04", "2014-05-04", "1", "0"];

describe("the header rows", () => {
  it.each<[string, readonly (readonly string[])[], number, string]>([
    ["import ids in row 3", [NAMES, TITLES, IDS, ANSWER], 3, "row 3 holds import ids"],
    ["texts in another language", [NAMES, GERMAN, IDS, ANSWER], 3, "row 3 holds import ids"],
    ["no answers", [NAMES, TITLES, IDS], 3, "row 3 holds import ids"],
    ["texts cut off", [NAMES, IDS, ANSWER], 2, "row 2 holds import ids"],
    ["names cut off", [GERMAN, IDS, ANSWER], 2, "row 2 holds import ids"],
    ["import ids cut off", [NAMES, TITLES, ANSWER], 2, "columns that Qualtrics adds to every export"],
    ["the same in another language", [NAMES, GERMAN, ANSWER], 2, "columns that Qualtrics adds to every export"],
    ["names only", [NAMES, ANSWER, ANSWER], 1, "columns that Qualtrics adds to every export"],
    ["texts only", [TITLES, ANSWER, ANSWER], 1, "columns that Qualtrics adds to every export"],
    [
      "an id somebody changed",
      [NAMES, ANSWER.with(5, "person 1"), ANSWER],
      1,
      "columns that Qualtrics adds to every export",
    ],
    ["old, without numbers", [OLD, OLD, OLD_ANSWER], 2, "columns that Qualtrics adds to every export"],
    [
      "old, single quotes",
      [OLD, OLD, OLD.map((name) => `{'ImportId': '${name}'}`), OLD_ANSWER],
      3,
      "row 3 holds import ids",
    ],
    [
      "old, V1 and so on",
      [OLD.map((_, at) => `V${at + 1}`), OLD, OLD_ANSWER],
      2,
      "first column V1, with a row of titles",
    ],
  ])("%s", (_, rows, headerRows, reason) => {
    expect(layout(qualtrics, ...rows)).toMatchObject({ headerRows, reason });
  });

  it.each<[string, readonly (readonly string[])[]]>([
    [
      "a plain table",
      [
        ["id", "team", "Q1"],
        ["1", "red", "4"],
      ],
    ],
    [
      "V1 without titles",
      [
        ["V1", "V2", "V3"],
        ["1", "2", "3"],
      ],
    ],
    [
      "a status and a date",
      [
        ["StartDate", "Status", "Q1"],
        ["2026-05-04", "open", "4"],
      ],
    ],
    [
      "an answer that names import ids",
      [
        ["Q1", "Q2"],
        ['{"ImportId":"QID1"}', "4"],
        ["5", "4"],
      ],
    ],
    ["nothing", []],
  ])("leaves %s to others", (_, rows) => {
    expect(qualtrics.layout(table(...rows), false)).toBeNull();
  });

  it("takes fewer marks when told, but not none", () => {
    expect(qualtrics.layout(table(["StartDate", "Q1"], ["2026-05-04", "4"]), true)?.headerRows).toBe(1);
    expect(qualtrics.layout(table(["id", "Q1"], ["1", "4"]), true)).toBeNull();
  });

  it("puts unquoted import ids together that a comma cut in two", () => {
    const ids = ["{'ImportId': 'QID1_DO'", " 'choiceId': '1'}", "{'ImportId': 'finished'}"];
    expect(layout(qualtrics, ["Order", "Done"], ["Order", "Done"], ids).rowRules).toMatchObject([{ column: 1 }]);
  });

  it("is sound whatever stands in the rows", () => {
    fc.assert(
      fc.property(anyRows([...NAMES, ...IDS, ...TITLES, ...ANSWER, "V1", "V2"]), fc.boolean(), (rows, asked) => {
        expectSound(qualtrics.layout(table(...rows), asked), rows);
      }),
    );
  });

  it("never takes an answer for a header row", () => {
    const answers = fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(answers, (pairs) => {
        const rows = pairs.map(([one, two], at) => [...ANSWER.slice(0, 5), `R_${at}abcDEFghi`, one, two]);
        expect(layout(qualtrics, NAMES, ...rows).headerRows).toBe(1);
        expect(layout(qualtrics, NAMES, GERMAN, IDS, ...rows).headerRows).toBe(3);
      }),
    );
  });
});

describe("the wordings of a question", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["a question", "Q1", "Are plans known?", ["Are plans known?"]],
    ["a row of a grid", "Q1_1", "How far? - Plans are known.", ["How far? - Plans are known.", "Plans are known."]],
    ["a dash in the question", "Q1_1", "Us - now - Plans", ["Us - now - Plans", "now - Plans", "Plans"]],
    [
      "an old grid",
      "Q1_1",
      "How far?-Plans are well-known.",
      ["How far?-Plans are well-known.", "Plans are well-known."],
    ],
    ["a hyphen", "Q1_1", "Non-managers are told.", ["Non-managers are told."]],
    [
      "a choice with a text",
      "Q1",
      "Plans? - Selected Choice",
      ["Plans? - Selected Choice", "Plans?", "Selected Choice"],
    ],
    ["nothing", "Q1", "", []],
  ])("%s", (_, name, text, wordings) => {
    const found = layout(qualtrics, [name], [text], importIds("QID1"));
    expect(found.wordings).toEqual([wordings]);
  });

  it("drops the last part in any language where a text column stands beside", () => {
    const texts = ["Pläne? - Ausgewählte Option", "Pläne? - Sonstiges - Text"];
    const found = layout(qualtrics, ["Q1", "Q1_6_TEXT"], texts, importIds("QID1", "QID1_6_TEXT"));
    expect(found.wordings[0]).toContain("Pläne?");
    expect(found.known).toEqual([null, { takenFor: "ignored", how: "a text beside the choices" }]);
  });
});

describe("what columns are", () => {
  it.each<[string, string, string | null]>([
    ["StartDate", "startDate", "time"],
    ["Anfang", "startDate", "time"],
    ["ResponseId", "_recordId", "id"],
    ["IPAddress", "ipAddress", "personal"],
    ["RecipientEmail", "recipientEmail", "personal"],
    ["ExternalReference", "externalDataReference", "personal"],
    ["LocationLatitude", "locationLatitude", "personal"],
    ["UserLanguage", "userLanguage", "ignored"],
    ["Q1_6_TEXT", "QID1_6_TEXT", "ignored"],
    ["Q1_DO_2", "QID1_DO", "ignored"],
    ["FL_3_DO", "FL_3_DO", "ignored"],
    ["Q1_NPS_GROUP", "QID1_NPS_GROUP", "ignored"],
    ["Q1 - Topics", "QID1_TEXT_abc", "ignored"],
    ["Q1_First Click", "QID1_FIRST_CLICK", "ignored"],
    ["Q_RecaptchaScore", "Q_RecaptchaScore", "ignored"],
    ["Q_Own", "Q_Own", "ignored"],
    // Questions, whatever they are called.
    ["Status", "QID5", null],
    ["Finished", "1_QID5", null],
    ["Q_C1", "QID5", null],
    ["Q7", "QID7_TEXT", null],
    ["Department", "Department", null],
  ])("%s (%s)", (name, importId, takenFor) => {
    const found = layout(qualtrics, [name], ["text"], importIds(importId));
    expect(found.known[0]?.takenFor ?? null).toBe(takenFor);
  });

  it("knows the name and the address of old exports by the titles below V3 and V5", () => {
    const titles = ["ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress", "Finished", "Name"];
    const found = layout(qualtrics, ["V1", "V2", "V3", "V4", "V5", "V6", "Q1"], titles);
    expect(found.known.map((known) => known?.takenFor ?? null)).toEqual([
      "id",
      "ignored",
      "personal",
      "personal",
      "personal",
      "ignored",
      null,
    ]);
  });
});

describe("rows that are no answers", () => {
  const { rowRules, unanswered, duration } = layout(qualtrics, NAMES, TITLES, IDS);
  const marked = createRowMarks(rowRules, []);

  it.each<[string, Readonly<Record<number, string>>, string | null]>([
    ["an answer", {}, null],
    ["by numbers", { 1: "0", 4: "1" }, null],
    ["imported", { 1: "Imported" }, null],
    ["offline", { 1: "16" }, null],
    ["a preview", { 1: "Survey Preview" }, "preview"],
    ["a preview by number", { 1: "1" }, "preview"],
    ["a number with decimals", { 1: "1.0" }, "preview"],
    ["a generated test", { 1: "Survey Test" }, "preview"],
    ["a preview that looks like spam", { 1: "9" }, "preview"],
    ["spam", { 1: "Spam" }, "spam"],
    ["spam by number", { 1: "8" }, "spam"],
    ["imported spam", { 1: "12" }, "spam"],
    ["unfinished", { 4: "False" }, "incomplete"],
    ["unfinished by number", { 4: "0" }, "incomplete"],
    ["unfinished, from a German spreadsheet", { 4: "FALSCH" }, "incomplete"],
    ["unfinished by progress", { 2: "96" }, "incomplete"],
    ["an unfinished preview", { 1: "1", 4: "0" }, "preview"],
  ])("%s", (_, cells, mark) => {
    expect(marked(ANSWER.map((cell, at) => cells[at] ?? cell))).toBe(mark);
  });

  it("finds a preview by its channel, which is the same word in every language", () => {
    const found = layout(
      qualtrics,
      ["Status", "DistributionChannel", "Q1"],
      importIds("status", "distributionChannel", "QID1"),
    );
    const marks = createRowMarks(found.rowRules, []);
    expect(marks(["Vorschau", "preview", "4"])).toBe("preview");
    expect(marks(["IP-Adresse", "anonymous", "4"])).toBeNull();
  });

  it("knows the time taken and the code of a question seen and not answered", () => {
    expect(duration).toEqual({ kind: "seconds", column: 3 });
    expect(unanswered).toEqual(["-99"]);
  });
});
