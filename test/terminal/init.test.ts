import { copyFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorkshop, RUN, type Workshop, withoutTmux } from "./terminal.ts";

const STAFF = path.resolve(import.meta.dirname, "../../examples/staff.csv");

let shop: Workshop;
beforeEach(() => {
  shop = createWorkshop();
  copyFileSync(STAFF, path.join(shop.folder, "staff.csv"));
});
afterEach(() => shop.close());

describe.skipIf(withoutTmux !== "")(`a project begun at a real terminal${withoutTmux}`, () => {
  it("takes five answers", async () => {
    const terminal = shop.open(`${RUN} init`);
    await terminal.shows("1 of 5");
    terminal.press("Enter");
    await terminal.shows("(21 of 21 items found)");
    terminal.press("Enter");
    await terminal.shows("Who answered?");
    terminal.press("Down", "Enter");
    await terminal.shows("department (6 groups)");
    terminal.press("Enter");
    await terminal.shows("4 of 5");
    terminal.type("150");
    terminal.press("Enter");
    await terminal.shows("5 of 5");
    terminal.press("Enter");
    await terminal.shows("[exit 0]");
    expect(readdirSync(shop.folder).sort()).toEqual(["mapping.yaml", "staff.csv", "trust-audit.yaml"]);
  });

  it("leaves nothing where it is interrupted, drawn or in plain lines", async () => {
    for (const [at, command] of [RUN, `TERM=dumb ${RUN}`].entries()) {
      const terminal = shop.open(`${command} init --data staff.csv -f trust-equation --audience employees`);
      await terminal.shows("Which groups are compared?");
      if (at === 1) terminal.type("3");
      terminal.press("Enter");
      if (at === 1) {
        await terminal.shows("Please type a number from 1 to 2.");
        terminal.press("Enter");
      }
      await terminal.shows("4 of 5");
      terminal.press("C-c");
      await terminal.shows("[exit 130]");
      expect(terminal.window()).toContain("Nothing was written.");
      expect(readdirSync(shop.folder)).toEqual(["staff.csv"]);
    }
  });
});
