import { describe, expect, it } from "vitest";
import { junitXml } from "../../src/render/junit/xml.ts";
import { renderJunit, verdictJunit } from "../../src/render/junit.ts";
import { HIDDEN } from "../../src/render/words.ts";
import { attributeOf, faultsOf, parsed } from "../formats/junit-schema.ts";
import { SAMPLES, TOO_FEW } from "../formats/samples.ts";
import { gate, verdict } from "../formats/verdict.ts";
import { SAMPLE } from "./sample.ts";

const all = (xml: string, selector: string) => [...parsed(xml).querySelectorAll(selector)];
const attributes = (xml: string, selector: string, name: string) =>
  all(xml, selector).map((one) => attributeOf(one, name));

describe("an audit as JUnit", () => {
  it.each(SAMPLES)("%s keeps to the schema, and nothing fails", async (_, audit) => {
    const xml = renderJunit(audit);
    expect(await faultsOf(xml)).toEqual([]);
    expect(all(xml, "failure, error")).toEqual([]);
    expect(attributes(xml, "testsuites", "tests")).toEqual([String(all(xml, "testcase").length)]);
    expect(attributes(xml, "testsuites", "skipped")).toEqual([String(all(xml, "skipped").length)]);
  });

  it("has a case for every composite and dimension of everyone and of every shown group", () => {
    const cells = [SAMPLE.overall, ...SAMPLE.groupings.flatMap((one) => one.cells)].filter((cell) => cell !== null);
    const scores = cells.flatMap(({ composites, dimensions }) => [...composites, ...dimensions]);
    expect(all(renderJunit(SAMPLE), "testcase")).toHaveLength(scores.length);
    expect(attributes(renderJunit(SAMPLE), "testsuite", "name")).toEqual(["Everyone", "By department"]);
    expect(attributes(renderJunit(SAMPLE), "testcase", "classname")).toContain("trust-equation.department=Finance");
  });

  it("gives the full numbers as properties", () => {
    const [first] = all(renderJunit(SAMPLE), "testcase");
    const properties = Object.fromEntries(
      [...(first?.querySelectorAll("property") ?? [])].map((one) => [
        one.getAttribute("name"),
        one.getAttribute("value"),
      ]),
    );
    const index = SAMPLE.overall?.composites[0]?.index;
    expect(index?.kind === "estimate" ? String(index.value) : "").toBe(properties["value"]);
    expect(properties).toMatchObject({ n: "240", unit: "index 0–100", band: "mixed", target: "75", level: "0.95" });
  });

  it("skips what is hidden and what has no data, and says which", () => {
    const messages = attributes(renderJunit(SAMPLE), "skipped", "message");
    expect(messages).toContain(HIDDEN);
    expect(attributes(renderJunit(TOO_FEW), "skipped", "message")[0]).toMatch(
      /^No result is shown: fewer than 5 people/,
    );
  });

  it("carries the findings beside the cases", () => {
    const [out] = all(renderJunit(SAMPLE), "testsuite > system-out");
    expect(out?.textContent.split("\n")).toHaveLength(SAMPLE.findings.length);
    expect(out?.textContent).toMatch(/^High: Seen to look after itself first: .* Because Self-orientation index 51/);
  });
});

describe("a verdict as JUnit", () => {
  const three = verdict([
    gate("fail"),
    gate("not enough data", { name: "shops", gate: "any(shop).index >= 40", found: null, why: "No shop is shown." }),
    gate("pass", { gate: "n >= 30", why: "240 people answered." }),
  ]);

  it("keeps to the schema", async () => {
    expect(await faultsOf(verdictJunit(three))).toEqual([]);
    expect(await faultsOf(verdictJunit(verdict([])))).toEqual([]);
  });

  it("tells a failure from too little data, and neither from a pass", () => {
    const xml = verdictJunit(three);
    expect(attributes(xml, "failure", "type")).toEqual(["gate-confident"]);
    expect(attributes(xml, "failure", "message")).toEqual(["The whole interval lies below 55."]);
    expect(attributes(xml, "error", "type")).toEqual(["not-enough-data"]);
    expect(all(xml, "skipped")).toEqual([]);
    expect(attributes(xml, "testcase", "name")).toEqual([
      "trust.index >= 55",
      "shops: any(shop).index >= 40",
      "n >= 30",
    ]);
    expect(all(xml, "testcase")[2]?.textContent).toContain("240 people answered.");
    expect(all(xml, "failure")[0]?.textContent).toContain("Found: 52.9 index points (51.8 to 54.0), n 240");
  });

  it("gives each of two gates alike a name of its own", () =>
    expect(attributes(verdictJunit(verdict([gate("pass"), gate("fail")])), "testcase", "name")).toEqual([
      "trust.index >= 55",
      "trust.index >= 55 (2)",
    ]));

  it("says how each of several scores fared", () => {
    const part = { path: "a", title: "A", verdict: "fail", found: null, why: "It is low." } as const;
    expect(all(verdictJunit(verdict([gate("fail", { parts: [part] })])), "failure")[0]?.textContent).toContain(
      "fail: A (a): It is low.",
    );
  });
});

describe("JUnit XML", () => {
  it("brings any text back as it was, less what XML has no place for", async () => {
    const kept = `<a> & "b" 'c' ]]> &amp; \t line\r\nnext 👩‍👩‍👧`;
    const text = `\u0000${kept}\u0008\ufffe\ud800`;
    const xml = junitXml(text, [
      {
        name: text,
        properties: [[text, text]],
        output: text,
        cases: [
          {
            name: text,
            classname: text,
            properties: [],
            output: text,
            result: { kind: "error", type: text, message: text, text },
          },
        ],
      },
    ]);
    expect(await faultsOf(xml)).toEqual([]);
    expect(attributes(xml, "error", "message")).toEqual([kept]);
    expect(all(xml, "error")[0]?.textContent).toBe(kept.replace("\r\n", "\n"));
  });
});
