import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { partOf } from "../../docs/statistics-page.ts";
import { WHOLE } from "../../part.ts";
import { alarmTable, cellsOf, nameOf, ORGANISATIONS } from "./alarm-table.ts";
import { DESIGNS, KINDS, MODES, type Study, studyOf } from "./organisations.ts";

const page = readFileSync(new URL("../../../docs/gates.md", import.meta.url), "utf8");
const table = cellsOf(partOf(page, "false alarms"));
const told = (name: string) => table.get(name)?.[MODES.indexOf("regression")] ?? [Number.NaN, Number.NaN];
const ASKED_FOR = DESIGNS.find(({ people, response, isOthers }) => people === 40 && response === 1 && !isOthers);

/** Four standard errors of a share of so many organisations, in per cent; never none. */
const slack = (percent: number, of: number) =>
  400 * Math.sqrt((Math.max(0.01, percent / 100) * Math.max(0.01, 1 - percent / 100)) / of);

function expectNear(study: Study, design: (typeof DESIGNS)[number], organisations: number): void {
  const kinds = KINDS.filter((kind) => kind === "anonymous" || design.isOthers !== true);
  for (const kind of kinds)
    for (const [m, mode] of MODES.entries()) {
      const [alarmed = Number.NaN, caught = Number.NaN] = table.get(nameOf(design, kind))?.[m] ?? [];
      const what = `${nameOf(design, kind)}, ${mode}`;
      // Whole: the same draws; another machine's last bit may turn a verdict.
      const room = (percent: number) => (organisations === ORGANISATIONS ? 0.3 : slack(percent, organisations));
      const found = study[kind][mode];
      expect(Math.abs((100 * found.alarmed) / organisations - alarmed), what).toBeLessThanOrEqual(room(alarmed));
      expect(Math.abs((100 * found.caught) / organisations - caught), what).toBeLessThanOrEqual(room(caught));
    }
}

describe("how often gates cry wolf", () => {
  const organisations = WHOLE ? ORGANISATIONS : ORGANISATIONS / 10;
  const designs = WHOLE ? DESIGNS : DESIGNS.filter((design) => design === ASKED_FOR);
  for (const design of designs)
    it(`${nameOf(design, "anonymous")}: the page says what ${organisations} organisations give`, async () => {
      expectNear(await studyOf(design, organisations), design, organisations);
    }, 600_000);

  it("a regression gate of 40 people who all answer raises a false alarm in under 5 % of years", () => {
    for (const kind of KINDS) expect(told(`40 of 40, ${kind}`)[0], kind).toBeLessThan(5);
  });
  it("and notices a drop of half a standard deviation within two months", () => {
    expect(told("40 of 40, anonymous")[1]).toBeGreaterThanOrEqual(75);
    expect(told("40 of 40, paired")[1]).toBeGreaterThanOrEqual(85);
  });
  it("the page tells every design", () => {
    const names = DESIGNS.flatMap((design) =>
      KINDS.filter((kind) => kind === "anonymous" || design.isOthers !== true).map((kind) => nameOf(design, kind)),
    );
    expect([...table.keys()]).toEqual(names);
  });
  it("writes a table that it reads again", () => {
    const counts = { alarmed: 30, caught: 900 };
    const modes = { point: counts, confident: counts, regression: counts };
    const studies = DESIGNS.map(() => ({ anonymous: modes, paired: modes }));
    expect(cellsOf(alarmTable(studies, 1000)).get("40 of 40, paired")).toEqual([
      [3, 90],
      [3, 90],
      [3, 90],
    ]);
  });
});
