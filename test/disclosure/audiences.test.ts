import { describe, expect, it } from "vitest";
import { ALL_RULES, type Rules } from "../../src/disclosure/policy.ts";
import { release, releaseUnder } from "../../src/disclosure/release.ts";
import { forAudience } from "../../src/framework/audience.ts";
import type { Composite } from "../../src/framework/types.ts";
import { WHOLE } from "../part.ts";
import { attackViews } from "./attack-views.ts";
import { COLUMNS, frameworkOf, peopleOf } from "./audience-people.ts";
import { aggregateOf, asking, type Person, uniform } from "./fixture.ts";
import { attackPrinted } from "./lattice-attack.ts";
import { saidOfHidden } from "./lattice-hidden.ts";
import { publish } from "./lattice-published.ts";

const ORGANISATIONS = WHOLE ? 1500 : 150;
const PRINTED = WHOLE ? 600 : 60;
const SEED = 20261123;
const TIMEOUT = WHOLE ? 1_200_000 : 120_000;

/** Audiences come first, whatever else is asked for. */
const REQUESTS = [
  ["audience"],
  ["audience", "site"],
  ["audience", "site", "tenure"],
  ["audience", "audience,site"],
  ["audience", "audience/site"],
  ["audience", "site/tenure", "audience,tenure"],
] as const;

type Filter = (values: readonly string[]) => boolean;
const FILTERS: readonly Filter[] = [
  ([audience]) => audience !== "partners",
  ([audience]) => audience === "customers",
  ([audience]) => audience === "staff" || audience === "partners",
  ([, site]) => site === "North",
  ([audience, , tenure]) => audience === "staff" || tenure === "old",
];

function questionOf(seed: number) {
  const random = uniform(seed ^ 0x5bd1e995);
  const framework = frameworkOf(random() < 0.5);
  const by = REQUESTS[Math.floor(random() * REQUESTS.length)] ?? [];
  const where = FILTERS[Math.floor(random() * 2 * FILTERS.length)] ?? null;
  return { framework, by, where, minGroup: 3 + (seed % 4) };
}

function attackSums(seed: number, rules: Rules) {
  const { framework, by, where, minGroup } = questionOf(seed);
  const aggregate = aggregateOf(peopleOf(seed, framework), framework, COLUMNS);
  const test = where === null ? null : (of: (column: string) => string) => where(COLUMNS.map((column) => of(column)));
  const everybody = { column: "audience", framework };
  const input = { aggregate, framework, ...asking(...by), minGroup, everybody };
  const released = releaseUnder({ ...input, where: test }, rules);
  // Its audiences are shown unasked.
  const everyone = where === null ? null : releaseUnder({ ...input, ...asking("audience") }, rules);
  const isIn = (values: ReadonlyMap<string, string>) =>
    where === null || where(COLUMNS.map((column) => values.get(column) ?? ""));
  const found = attackViews(aggregate, {
    released,
    whole: everyone?.total ?? null,
    wholeGroupings: everyone?.groupings ?? [],
    where: where === null ? null : isIn,
  });
  return { found, shown: released.groupings.flatMap(({ cells }) => cells).length };
}

describe("the attack on released sums of several audiences", () => {
  it(
    "recovers nothing while all rules are on",
    () => {
      let shown = 0;
      for (let at = 0; at < ORGANISATIONS; at++) {
        const outcome = attackSums(SEED + at, ALL_RULES);
        expect(outcome.found, `organisation ${SEED + at}`).toEqual([]);
        shown += outcome.shown;
      }
      // Hiding everything would pass too.
      expect(shown).toBeGreaterThan(ORGANISATIONS);
    },
    TIMEOUT,
  );

  it.each([
    // The item table of a part told of a net promoter score that was withheld of it.
    [20261313],
  ])("recovers nothing from organisation %i, which once gave something away", (seed) => {
    expect(attackSums(seed, ALL_RULES).found).toEqual([]);
  });

  it.each(["pool", "complement", "optional", "extremes", "eliminate", "filter"] as const)(
    "succeeds without the rule %s",
    (rule) => {
      let found = 0;
      for (let at = 0; at < 400 && found === 0; at++)
        found += attackSums(SEED + at, { ...ALL_RULES, [rule]: false }).found.length;
      expect(found).toBeGreaterThan(0);
    },
  );
});

describe("the attack on what is printed of several audiences", () => {
  const published = (seed: number, rules: Rules) => {
    const { framework, ...question } = questionOf(seed);
    return publish(peopleOf(seed, framework), { ...question, rules, audiences: { framework, columns: COLUMNS } });
  };

  it(
    "recovers nothing while all rules are on",
    async () => {
      let cells = 0;
      for (let at = 0; at < PRINTED; at++) {
        const publication = await published(SEED + at, ALL_RULES);
        expect(attackPrinted(publication), `organisation ${SEED + at}`).toEqual([]);
        expect(saidOfHidden(publication), `organisation ${SEED + at}`).toEqual([]);
        cells += publication.printed.length;
      }
      expect(cells).toBeGreaterThan(PRINTED);
    },
    TIMEOUT,
  );

  it(
    "succeeds without pooling",
    async () => {
      let found = 0;
      for (let at = 0; at < 40 && found === 0; at++)
        found += attackPrinted(await published(SEED + at, { ...ALL_RULES, pool: false })).length;
      expect(found).toBeGreaterThan(0);
    },
    TIMEOUT,
  );
});

describe("audiences that are asked different things", () => {
  /** Everybody answers all that their audience is asked, spread over the scale. */
  function people(sizes: Readonly<Record<string, number>>, isApart = true): readonly Person[] {
    const framework = frameworkOf(isApart);
    return Object.entries(sizes).flatMap(([audience, size]) => {
      const own = framework.items.filter(({ text }) => text.has(audience));
      return Array.from({ length: size }, (_, at): Person => {
        const answers = own.map(({ id }, place) => [id, id === "T1" ? 5 + at : 1 + ((at * 2 + place) % 5)] as const);
        return { group: [audience, "North", "old"], answers: Object.fromEntries(answers) };
      });
    });
  }

  function released(sizes: Readonly<Record<string, number>>, { isApart = true, weight = 0 } = {}) {
    const framework = frameworkOf(isApart);
    const all = people(sizes, isApart).map((person) => (weight === 0 ? person : { ...person, weight }));
    return release({ aggregate: aggregateOf(all, framework, COLUMNS), framework, ...asking("audience"), minGroup: 5 });
  }

  it.each([0, 100_000])("are as large as the people with any score where nothing is asked of all", (weight) => {
    const { total, groupings } = released({ customers: 20, staff: 30 }, { weight });
    const plan = total === null ? null : released({ customers: 20, staff: 30 }, { weight }).plan;
    expect(plan?.anyScore).not.toBeNull();
    expect(groupings[0]?.cells.map(({ kind, path, people: n }) => [kind, path[0], n])).toEqual([
      ["group", "customers", 20],
      ["group", "staff", 30],
    ]);
  });

  it("show what one of them is asked, in total and in its cell: that is no leak by itself", () => {
    const { total, groupings } = released({ customers: 20, staff: 30 });
    const [customers, staff] = groupings[0]?.cells ?? [];
    for (const cell of [total, customers]) expect(cell?.veils.has("words")).toBe(false);
    for (const cell of [total, staff]) expect(cell?.veils.has("strain")).toBe(false);
    expect(groupings[0]?.withheld).toBeNull();
  });

  it("withhold a composite of formulas by audience only where the audience's own parts are withheld", () => {
    const apart = frameworkOf(true);
    const formula = (input: string) => ({
      ...{ formula: input, tree: { kind: "name", name: input } as const, inputs: [input], worst: 1, best: 5 },
    });
    const byAudience = new Map([
      ["customers", formula("words")],
      ["partners", formula("hope")],
    ]);
    const composite = { ...apart.composites[0], ...formula("words"), id: "own", byAudience } as Composite;
    const framework = { ...apart, composites: [composite] };
    const veiled = ({ partners }: { readonly partners: number }) => {
      const aggregate = aggregateOf(people({ customers: 20, partners }), framework, COLUMNS);
      const { total, groupings } = release({ aggregate, framework, ...asking("audience"), where: null, minGroup: 5 });
      return [total, ...(groupings[0]?.cells ?? [])].map((cell) => [cell?.path[0], cell?.veils.get("own")]);
    };
    // Of 8 people no dimension of a single question is shown.
    expect(veiled({ partners: 8 })).toEqual([
      [undefined, "hidden"],
      ["customers", undefined],
      ["partners", "hidden"],
    ]);
  });

  it("hide everywhere what a small one alone is asked", () => {
    const { total, groupings } = released({ customers: 20, staff: 30, partners: 3 });
    expect(total?.veils.get("hope")).toBe("hidden");
    // The smallest is put together with the next.
    expect(groupings[0]?.cells.map(({ kind, path }) => [kind, path[0] ?? ""])).toEqual([
      ["group", "staff"],
      ["pool", ""],
    ]);
  });

  it("with a dimension in common are as large as its scores", () => {
    const { plan, groupings } = released({ customers: 20, staff: 30 }, { isApart: false });
    expect(plan.anyScore).toBeNull();
    expect(groupings[0]?.cells).toHaveLength(2);
  });

  it("are shown without those whom a filter leaves out, who were asked other things", () => {
    const framework = frameworkOf(true);
    const aggregate = aggregateOf(people({ customers: 20, staff: 30, partners: 12 }), framework, COLUMNS);
    const asked = forAudience(framework, ["customers", "staff"]);
    const where = (of: (column: string) => string) => of("audience") !== "partners";
    const { total } = release({ aggregate, framework: asked, ...asking("audience"), where, minGroup: 5 });
    expect(total?.people).toBe(50);
  });

  it("are too small where nearly nobody has a score", () => {
    const framework = frameworkOf(true);
    const silent = Array.from(
      { length: 10 },
      (): Person => ({ group: ["staff", "North", "old"], answers: { recommend: 4 } }),
    );
    const all = [...people({ customers: 20, partners: 12 }), ...silent];
    const { groupings } = release({
      ...{ aggregate: aggregateOf(all, framework, COLUMNS), framework, ...asking("audience"), minGroup: 5 },
    });
    expect(groupings[0]?.cells.some(({ path }) => path[0] === "staff")).toBe(false);
  });
});
