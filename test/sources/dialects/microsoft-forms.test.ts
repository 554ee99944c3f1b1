import { describe, expect, it } from "vitest";
import { layoutOf } from "./fixture.ts";

const layout = (header: readonly string[]) => layoutOf("microsoft-forms", [header, header.map(() => "")]);
const uses = (header: readonly string[]) => layout(header).known.map((known) => known?.takenFor ?? null);
const OWN = ["ID", "Start time", "Completion time", "Email", "Name"];
const USES = ["ignored", "time", "time", "personal", "personal"];

describe("Microsoft Forms", () => {
  it.each([
    ["English", OWN],
    ["German", ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"]],
    ["French", ["Id", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"]],
    ["Spanish", ["ID", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre"]],
    ["Portuguese", ["ID", "Hora de início", "Hora de conclusão", "Email", "Nome"]],
    ["Dutch", ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"]],
    ["Polish", ["ID", "Godzina rozpoczęcia", "Godzina ukończenia", "Adres e-mail", "Nazwa"]],
  ])("knows its own columns in %s", (_, own) => {
    expect(uses([...own, "C1"])).toEqual([...USES, null]);
    expect(layout([...own, "C1"]).duration).toEqual({ kind: "between", start: 1, end: 2 });
  });

  it("knows the newer ones, and takes no question for one", () => {
    expect(uses([...OWN, "Language", "Last modified time", "C1", "Language2", "Last modified time"])).toEqual([
      ...USES,
      "ignored",
      "time",
      null,
      null,
      null,
    ]);
    expect(uses(["ID", "Start time", "Completion time", "C1", "Email"]).slice(3)).toEqual([null, null]);
  });

  it("makes one line of a header of several", () => {
    expect(layout([...OWN, "We keep\u00a0promises\r\nto customers \n"]).headers[5]).toBe(
      "We keep promises to customers",
    );
  });

  it("passes over points and feedback of a quiz", () => {
    const question = "We keep\u00a0promises\n";
    const header = [
      ...OWN,
      "Total points",
      "Quiz feedback",
      question,
      `Points - ${question}`,
      `Feedback - ${question}`,
    ];
    expect(uses([...header, "Trust - We keep promises", "C2"])).toEqual([
      ...USES,
      "ignored",
      "ignored",
      null,
      "ignored",
      "ignored",
      null,
      null,
    ]);
  });

  it("takes a question asked again for the same question, which the reader then refuses", () => {
    const { wordings } = layout([...OWN, "We keep promises", "We keep promises2", "Goal 1", "Goal 2", "Other3"]);
    expect(wordings.slice(5)).toEqual([[], ["We keep promises"], [], [], []]);
  });

  it("drops a name asked for again", () => {
    expect(uses([...OWN, "C1", "Name2", "Email3", "C12"]).slice(5)).toEqual([null, "personal", "personal", null]);
  });
});
