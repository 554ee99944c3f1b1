import { describe, expect, it } from "vitest";
import { baseName, withoutFolders } from "../../src/report/base-name.ts";

describe("paths in what is passed on", () => {
  it.each([
    ["staff.csv", "staff.csv"],
    ["/home/made up/staff.csv", "staff.csv"],
    ["C:\\Users\\made up\\staff.csv", "staff.csv"],
    ["../x/staff.csv", "staff.csv"],
    ["<stdin>", "<stdin>"],
  ])("%s is %s", (path, name) => expect(baseName(path)).toBe(name));
  it("are cut out of messages, too", () => {
    expect(withoutFolders("made/up/a.csv:3: as up/a.csv", ["up/a.csv", "made/up/a.csv"])).toBe("a.csv:3: as a.csv");
  });
});
