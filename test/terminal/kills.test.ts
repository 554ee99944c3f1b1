import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorkshop, RUN, type Workshop, withoutTmux } from "./terminal.ts";

const SURVEY = `${RUN} survey -f trust-equation --audience employees`;
const ITEMS = 21;

let shop: Workshop;
beforeEach(() => {
  shop = createWorkshop();
});
afterEach(() => shop.close());

const files = () => readdirSync(shop.folder);
const journal = () => files().find((name) => name.endsWith(".journal")) ?? "";

/** Kills in an ordinary run, and where everything is proved. */
const KILLS = process.env["TRUST_AUDIT_PROVE"] === "full" ? 200 : 8;

describe.skipIf(withoutTmux !== "")(`kills at random moments${withoutTmux}`, () => {
  const shown = (window: string) =>
    Number(/Question (\d+) of/.exec(window)?.[1] ?? (window.includes("last question") ? ITEMS + 1 : 0));
  const codes = Array.from({ length: ITEMS }, (_, at) => String(((at * 7 + 2) % 5) + 1));

  it(`lose no answer, and every survey comes to the same result: ${KILLS} kills`, async () => {
    const below = (count: number) => Math.floor(Math.random() * count);
    for (let kills = 0; kills < KILLS; ) {
      for (const name of files()) rmSync(join(shop.folder, name));
      let terminal = shop.open(SURVEY);
      await terminal.shows("Enter begin");
      terminal.press("Enter");
      let next = shown(await terminal.shows(/Question \d+ of/));
      while (next <= ITEMS && kills < KILLS) {
        const typed = codes.slice(next - 1, next + below(4));
        terminal.type(typed.join(""));
        await new Promise((resolve) => setTimeout(resolve, below(80)));
        const seen = shown(terminal.window());
        terminal.kill("SIGKILL");
        kills += 1;
        terminal = shop.open(`${RUN} survey --resume ${journal()}`);
        const resumed = shown(await terminal.shows(/Question \d+ of|last question/));
        expect(resumed).toBeGreaterThanOrEqual(seen);
        expect(resumed).toBeLessThanOrEqual(next + typed.length);
        next = resumed;
      }
      terminal.type(codes.slice(next - 1).join(""));
      await terminal.shows("last question");
      terminal.press("Enter");
      await terminal.shows("[exit 0]");
      const csv = files().find((name) => name.endsWith(".csv")) ?? "";
      expect(readFileSync(join(shop.folder, csv), "utf8")).toContain(codes.join(","));
    }
  });
});
