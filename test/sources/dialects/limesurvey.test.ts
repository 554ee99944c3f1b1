import { describe, expect, it } from "vitest";
import { wordingsOf } from "../../../src/sources/dialects/limesurvey-headings.ts";
import { layoutOf } from "./fixture.ts";

const OWN = ["id", "submitdate", "lastpage", "startlanguage", "seed"];
const ROW = ["1", "2026-05-04 09:12:00", "3", "en", "1712345678"];
const uses = (header: readonly string[], row = ROW) =>
  layoutOf("limesurvey", [header, row]).known.map((known) => known?.takenFor ?? null);

describe("LimeSurvey's own columns", () => {
  it.each([
    ["codes", OWN],
    [
      "codes with texts",
      [
        "id. Response ID",
        "submitdate. Date submitted",
        "lastpage. Last page",
        "startlanguage. Start language",
        "seed. Seed",
      ],
    ],
    [
      "codes with German texts",
      [
        "id: Antwort ID",
        "submitdate: Datum Abgeschickt",
        "lastpage: Letzte Seite",
        "startlanguage: Start-Sprache",
        "seed: Zufallsstartwert",
      ],
    ],
    ["titles", ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]],
    ["titles with underscores", ["Response_ID", "Date_submitted", "Last_page", "Start_language", "Seed"]],
    ["German titles", ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert"]],
    ["French titles", ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Tête de série"]],
    ["titles in another language", ["Reactienummer", "Ingezonden", "Pagina", "Taal", "Startwaarde"]],
  ])("are known by %s", (_, header) => {
    expect(uses([...header, "C1"], [...ROW, "4"])).toEqual(["ignored", "time", "ignored", "ignored", "ignored", null]);
  });

  it.each([
    ["the number and questions only", ["id. Response ID", "C1. We keep promises"], ["ignored", null]],
    ["no number", ["submitdate", "lastpage", "C1"], ["time", "ignored", null]],
    ["number and date by titles", ["Response ID", "Date submitted", "C1"], ["ignored", "time", null]],
    [
      "persons",
      [...OWN, "token", "firstname", "lastname", "email", "ipaddr", "refurl"],
      ["ignored", "time", "ignored", "ignored", "ignored", ...Array(6).fill("personal")],
    ],
  ])("may be some of them: %s", (_, header, expected) => {
    expect(
      uses(
        header,
        header.map(() => "1"),
      ),
    ).toEqual(expected);
  });

  it("leave room for questions of the same name", () => {
    const questions = Array.from({ length: 9 }, (_, at) => `Q${at}`);
    expect(uses([...OWN, ...questions, "Last page"]).at(-1)).toBeNull();
    expect(uses([...OWN, "id", "Q1Time"]).slice(5)).toEqual([null, null]);
    expect(uses(["id", ...questions, "Q9", "Q10", "Q11", "submitdate", "lastpage"]).slice(-3)).toEqual([
      null,
      "time",
      "ignored",
    ]);
  });

  it("time groups and questions", () => {
    const header = [...OWN, "Q1", "lunchTime", "interviewtime", "groupTime12", "Q1Time", "interviewtimes"];
    expect(uses(header).slice(5)).toEqual([null, null, "time", "time", "time", null]);
    expect(layoutOf("limesurvey", [header, ROW]).duration).toEqual({ kind: "seconds", column: 7 });
    const titles = [
      "Response ID",
      "Date submitted",
      "Last page",
      "C1",
      "Total time",
      "Group time: One",
      "Question time: C1",
    ];
    expect(uses(titles).slice(3)).toEqual([null, "time", "time", "time"]);
  });

  it("tell how long it took by the dates where no timing does", () => {
    expect(layoutOf("limesurvey", [[...OWN, "startdate", "C1"], ROW]).duration).toEqual({
      kind: "between",
      start: 5,
      end: 1,
    });
    expect(layoutOf("limesurvey", [[...OWN, "C1"], ROW]).duration).toBeNull();
  });

  it("mark what was not finished, and say so where they cannot", () => {
    expect(layoutOf("limesurvey", [[...OWN, "C1"], ROW]).rowRules).toEqual([
      { column: 1, exclude: "incomplete", when: { kind: "no date" } },
    ]);
    const without = layoutOf("limesurvey", [
      ["id", "lastpage", "startlanguage", "C1"],
      ["1", "3", "en", "4"],
    ]);
    expect(without.rowRules).toEqual([]);
    expect(without.reason).toContain("nothing tells which answers are unfinished");
  });
});

describe("a second header row", () => {
  it("holds the texts", () => {
    const layout = layoutOf("limesurvey", [
      [...OWN, "G1Q1"],
      ["Response ID", "Date submitted", "", "", "", "We keep promises"],
      [...ROW, "4"],
    ]);
    expect(layout.headerRows).toBe(2);
    expect(layout.headers[5]).toBe("G1Q1");
    expect(layout.wordings[5]).toEqual(["We keep promises"]);
  });

  it("may be in a language not known here", () => {
    const rows = [
      [...OWN, "Q1"],
      ["Reactienummer", "", "", "", "", "We keep promises"],
      [...ROW, "4"],
    ];
    expect(layoutOf("limesurvey", rows).headerRows).toBe(2);
    expect(layoutOf("limesurvey", rows.slice(0, 2)).headerRows).toBe(1);
  });

  it("is none where it begins with a number, or with something else", () => {
    expect(
      layoutOf("limesurvey", [
        [...OWN, "Q1"],
        [...ROW, "4"],
      ]).headerRows,
    ).toBe(1);
    expect(
      layoutOf("limesurvey", [
        [...OWN, "Q1"],
        ["", ...ROW.slice(1), "4"],
      ]).headerRows,
    ).toBe(1);
  });
});

describe("headings", () => {
  it.each([
    ["Q1[C1]", []],
    ["Q1_C1", ["[C1]"]],
    ["G1Q1[C1]. How far do you agree? [We keep promises]", ["G1Q1[C1]", "How far do you agree? [We keep promises]"]],
    ["Q1_C1. How far do you ag.. [We ke.. ]", ["[C1]", "Q1_C1", "How far do you ag.. [We ke.. ]"]],
    ["C1. We keep promises", ["C1", "We keep promises"]],
    ["G1Q1. [C1] We keep promises", ["G1Q1", "[C1] We keep promises"]],
    ["We keep promises", []],
    ["Q1_C1_1", []],
  ])("%s", (heading, wordings) => {
    expect(wordingsOf(heading)).toEqual(wordings);
  });

  it("of texts beside the choices are no items", () => {
    const header = [
      ...OWN,
      "Q1[other]",
      "Q1_comment",
      "Q1[C1comment]",
      "C1[comment]. We keep promises [Comment]",
      "Q1[mother]x",
    ];
    const beside = layoutOf("limesurvey", [header, ROW]).known.slice(5);
    expect(beside.map((known) => known?.how ?? null)).toEqual([...Array(4).fill("a text beside the choices"), null]);
  });
});
