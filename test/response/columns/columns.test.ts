import { describe, expect, it } from "vitest";
import { type MatchOptions, matchColumns } from "../../../src/response/columns/columns.ts";
import { grouped, head, NOTHING_NAMED, SMALL } from "../fixture.ts";

const OPTIONS: MatchOptions = { ...NOTHING_NAMED, audience: null, acceptGuesses: false };
const match = (headers: readonly string[], options: Partial<MatchOptions> = {}) =>
  matchColumns(SMALL, head(headers), { ...OPTIONS, ...options });
const codes = (matched: ReturnType<typeof match>) => matched.problems.map(({ code }) => code);

describe("which column is which item", () => {
  it.each([
    ["C1", "C1", "id equal"],
    ["c1", "C1", "id equal"],
    ["  C1 ", "C1", "id equal"],
    ["Q3_C1", "C1", "id behind a question number"],
    ["Q_c1", "C1", "id behind a question number"],
    ["G01Q02[C1]", "C1", "[id] in brackets"],
    ["Please rate: [C1]", "C1", "[id] in brackets"],
    ["[C1] Our company has the skill for its work", "C1", "[id] in brackets"],
    ["C1. Our company has the skill for its work", "C1", "id before the text"],
    ["C1 - Our company has the skill for its work", "C1", "id before the text"],
    ["How far do you agree? [Deadlines here are met.]", "R2", "grid row, equal text"],
    ["How far do you agree [1–5]? [Deadlines here are met]", "R2", "grid row, equal text"],
    ["Deadlines here are met.", "R2", "equal text"],
    ["deadlines  here\nare MET", "R2", "equal text"],
    ["12. Deadlines here are met", "R2", "equal text"],
    ["Q12: Deadlines here are met?", "R2", "equal text"],
    ["٣) Deadlines here are met", "R2", "equal text"],
    ["\u200f(۴) Deadlines here are met", "R2", "equal text"],
    ["<p>Deadlines <b>here</b> are&nbsp;met.</p>", "R2", "equal text"],
    ["They don&#39;t keep me waiting for answers.", "R1", "equal text"],
    ["They don’t keep me waiting for answers", "R1", "equal text"],
    ["Our company has the skills for its work.", "C1", "equal text"],
    // As R and many a script write a question.
    ["Our.company.has.the.skills.for.its.work.", "C1", "equal text"],
    ["Our_company_has_the_skills_for_its_work", "C1", "equal text"],
  ])("%j is %s: %s", (header, item, how) => {
    const matched = match(["when", header], { audience: "employees" });
    expect(matched.columns[1]).toMatchObject({ position: 2, takenFor: "item", item, how });
    expect(matched.itemColumns).toEqual(new Map([[item, 1]]));
    expect(matched.problems).toEqual([]);
  });

  it("takes the wording of the chosen audience first", () => {
    const shared = "Our company has the skills for its work.";
    expect(match([shared], { audience: "employees" }).itemColumns).toEqual(new Map([["C1", 0]]));
    expect(match([shared], { audience: "customers" }).itemColumns).toEqual(new Map([["R2", 0]]));
    const anyone = match([shared]);
    expect(codes(anyone)).toEqual(["CSV018"]);
    expect(anyone.problems[0]?.message).toContain("C1 and R2");
  });

  it("refuses two columns for one item and names both", () => {
    const matched = match(["C1", "R1", "Deadlines here are met.", "Q7_C1"]);
    expect(codes(matched)).toEqual(["CSV017"]);
    expect(matched.problems[0]?.message).toBe(
      'Item C1 would be read from several columns: column 1 ("C1") and column 4 ("Q7_C1").',
    );
  });

  it("refuses close texts unless they are accepted", () => {
    const close = ["Deadlines here are mostly met.", "C1"];
    const refused = match(close);
    expect(codes(refused)).toEqual(["CSV021"]);
    expect(refused.problems[0]).toMatchObject({ severity: "error", message: expect.stringContaining("item R2") });
    const accepted = match(close, { acceptGuesses: true });
    expect(accepted.problems).toMatchObject([{ code: "CSV022", severity: "warning" }]);
    expect(accepted.columns[0]).toMatchObject({ takenFor: "item", item: "R2", how: "close text (a guess)" });
  });

  it("lists several close texts in one problem", () => {
    const close = ["Deadlines here are mostly met.", "Questions to our leaders are answered within some days."];
    const refused = match(close, { audience: "employees" });
    expect(refused.problems).toHaveLength(1);
    expect(refused.problems[0]).toMatchObject({
      code: "CSV021",
      help: "Where they are the same questions, rename the columns to the item ids, or decide in a mapping: trust-audit map FILE -f FRAMEWORK -o mapping.yaml. If all are, use --accept-guesses.",
    });
    expect(refused.problems[0]?.message).toMatch(
      /^2 columns are close to items, not the same: R1 ← column 2 \("Questions .*"\), \d\d % alike; R2 ← column 1 \("Dead.*"\), \d\d % alike\.$/,
    );
    const accepted = match(close, { audience: "employees", acceptGuesses: true });
    expect(accepted.problems).toMatchObject([
      { code: "CSV022", message: expect.stringContaining("; taken for them, as asked.") },
    ]);
    expect([...accepted.itemColumns]).toEqual([
      ["R1", 1],
      ["R2", 0],
    ]);
  });

  it("never takes a personal header for a guess", () => {
    const { problems } = match(["Name", "E-mail", "Deadlines here are mostly met.", "C1"], { acceptGuesses: true });
    expect(JSON.stringify(problems)).not.toMatch(/Name|mail/);
  });

  it.each([
    ["the opposite", ["Deadlines here are not met.", "C1"]],
    ["another question", ["Meetings start when they should.", "C1"]],
    ["two equally close columns", ["Deadlines here are mostly met.", "Deadlines here are always met.", "C1"]],
  ])("does not guess at %s", (_, headers) => {
    const matched = match(headers, { acceptGuesses: true });
    expect([...matched.itemColumns.keys()]).toEqual(["C1"]);
    expect(matched.problems).toEqual([]);
  });

  it("says when nothing matches, with what was expected and found", () => {
    const [problem] = match(["Colour", "Shape"]).problems;
    expect(problem).toMatchObject({ code: "CSV020", severity: "error" });
    expect(problem?.message).toContain('Found 2 columns: 1 ("Colour"), 2 ("Shape")');
    expect(problem?.help).toContain("C1, C2, R1, …");
    expect(problem?.help).toContain("trust-audit map FILE");
  });

  it.each([[["4", "5", "3", "2", "9"]], [["p17", "Sales", "Agree", "Strongly agree", "N/A", "2"]]])(
    "says when the first row is answers: %j",
    (headers) => {
      const matched = match(headers);
      expect(codes(matched)).toEqual(["CSV012"]);
      expect(matched.problems[0]?.message).not.toContain("p17");
    },
  );
});

describe("columns a user names", () => {
  it("finds them by exact header, then whatever the case", () => {
    expect(match(["Team", "team", "C1"], { segments: grouped("team") }).segmentColumns).toEqual([1]);
    expect(match(["Team", "C1"], { segments: grouped("team") })).toMatchObject({ segmentColumns: [0], problems: [] });
    expect(match(["Team", "C1", "code"], { id: "Code" }).columns[2]).toMatchObject({ takenFor: "id" });
  });

  it.each([
    ["no such column", ["Department", "C1"], { segments: grouped("departement") }],
    ["two columns of that name", ["Team", "Team", "C1"], { segments: grouped("Team") }],
    ["grouping and id in one", ["Team", "C1"], { segments: grouped("Team"), id: "Team" }],
    ["grouping and weight in one", ["Team", "C1"], { segments: grouped("Team"), weight: "Team" }],
    ["one column under two spellings", ["Team", "C1"], { segments: grouped("Team", "team") }],
    ["a personal filter", ["E-mail", "C1"], { segments: [{ flag: "--where", column: "E-mail" }] }],
    ["a personal wave", ["E-mail", "C1"], { segments: [{ flag: "--wave", column: "E-mail" }] }],
    ["a personal weight", ["E-mail", "C1"], { weight: "E-mail" }],
    ["an item as weight", ["C1", "R1"], { weight: "C1" }],
    ["a personal grouping", ["E-mail", "C1"], { segments: grouped("E-mail") }],
    ["an item as grouping", ["C1", "R1"], { segments: grouped("C1") }],
  ] satisfies [string, string[], Partial<MatchOptions>][])("refuses %s", (_, headers, options) => {
    expect(codes(match(headers, options))).toContain("CSV016");
  });

  it.each(["--by", "--where", "--wave"] as const)("is told by the flag that named it: %s", (flag) => {
    const asked = (column: string) => match(["E-mail", "C1"], { segments: [{ flag, column }] }).problems[0]?.message;
    expect(asked("E-mail")).toMatch(new RegExp(`^${flag} names column 1 .*personal data`));
    expect(asked("Team")).toBe(`${flag} names "Team", but no column has this header.`);
    expect(asked("C1")).toMatch(new RegExp(`item C1 and is also named with ${flag}`));
  });

  it("finds several, and a weight, each in its place", () => {
    const segments = [...grouped("team", "site"), { flag: "--wave", column: "Year" } as const];
    const found = match(["Year", "w", "site", "C1", "Team"], { segments, weight: "W" });
    expect(found).toMatchObject({ segmentColumns: [4, 2, 0], weightColumn: 1, idColumn: -1, problems: [] });
    expect(found.columns.map(({ takenFor, how }) => `${takenFor}: ${how}`)).toEqual([
      "segment: named with --wave",
      "weight: named with --weight",
      "segment: named with --by",
      "item: id equal",
      "segment: named with --by",
    ]);
  });

  it("suggests the nearest header", () => {
    expect(match(["Department", "C1"], { segments: grouped("departement") }).problems[0]).toMatchObject({
      suggestion: "Department",
    });
  });

  it("keeps a personal column only as the id", () => {
    expect(match(["E-mail", "C1"]).columns[0]?.takenFor).toBe("personal");
    expect(match(["E-mail", "C1"], { id: "E-mail" }).columns[0]?.takenFor).toBe("id");
    expect(match(["Location", "C1"], { segments: grouped("Location") }).problems).toEqual([]);
  });
});

describe("columns that are no answers", () => {
  it.each([
    ["Name", "personal"],
    ["First Name", "personal"],
    ["RecipientLastName", "personal"],
    ["Recipient Email", "personal"],
    ["Email Address", "personal"],
    ["E-Mail-Adresse", "personal"],
    ["Correo electrónico", "personal"],
    ["IP Address", "personal"],
    ["IPAddress", "personal"],
    ["LocationLatitude", "personal"],
    ["Longitude", "personal"],
    ["Vorname", "personal"],
    ["Prénom", "personal"],
    ["Apellidos", "personal"],
    ["Phone number", "personal"],
    ["Username", "personal"],
    ["ExternalReference", "personal"],
    ["Timestamp", "time"],
    ["Zeitstempel", "time"],
    ["Carimbo de data/hora", "time"],
    ["StartDate", "time"],
    ["Start time", "time"],
    ["Duration (in seconds)", "time"],
    ["Team name", "ignored"],
    ["Company", "ignored"],
    ["Department", "ignored"],
    ["Anything else you want to tell us?", "ignored"],
    ["", "ignored"],
  ])("%j is %s", (header, takenFor) => {
    expect(match([header, "C1"]).columns[0]?.takenFor).toBe(takenFor);
  });
});
