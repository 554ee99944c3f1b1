import type { Framework, Unit } from "../framework/types.ts";
import type { PeopleOptions, Person } from "./people.ts";
import type { Survey } from "./survey.ts";

/** Made-up rows, and who gives them. */
export interface Crowded {
  readonly survey: Survey;
  people(options: PeopleOptions): () => Person;
}

/** What a row of such a framework is: no person's. Several rows of `self` are people. */
type RowUnit = Exclude<Unit, "person" | "self">;

/** The period that figures are of. */
const PERIOD = "2026-Q1";

/** What a row of this framework is called; null: a person's. */
export function assessed({ unit }: Pick<Framework, "unit">): RowUnit | null {
  return unit === "consensus" || unit === "organisation" ? unit : null;
}

/**
 * One assessment a row: the column `assessment` says so in every row (without it `score` takes several rows for people), and
 * `unit` whose it is, each another's. Figures are of a `period` as well. Nobody is careless about an assessment.
 */
export function assessmentsOf(word: RowUnit, { survey, people }: Crowded): Crowded {
  const figures = survey.questions.every(({ scale }) => scale.kind === "figure");
  const own = [["assessment", word], ["unit", "Unit 1"], ...(figures ? [["period", PERIOD]] : [])];
  const named = new Set(survey.segments.map(({ name }) => name.toLowerCase()));
  const added = own.flatMap(([name = "", option = ""]) => (named.has(name) ? [] : [{ name, options: [option] }]));
  return {
    survey: { ...survey, segments: [...added, ...survey.segments] },
    people: (options) => {
      const next = people({ ...options, careless: 0 });
      let units = 0;
      return () => {
        const person = next();
        units += 1;
        const cells = added.map(({ name, options: [only = ""] }) => (name === "unit" ? `Unit ${units}` : only));
        return { ...person, segments: [...cells, ...person.segments] };
      };
    },
  };
}
