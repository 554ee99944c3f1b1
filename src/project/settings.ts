import type { OneOrMore, OptionDocument, ProjectDocument, ReportDocument } from "./document.ts";
import type { Project, ProjectGate, ProjectReport } from "./types.ts";

type Where = Pick<Project, "file" | "folder" | "placeOf">;

/** A document that its schema and the linter have nothing against, with every absent part filled in. */
export function projectOf(document: ProjectDocument, where: Where): Project {
  return {
    ...where,
    framework: document.framework ?? null,
    frameworkVersion: document.framework_version ?? null,
    data: listOf(document.data),
    options: new Map(Object.entries(document.score ?? {}).map(([name, value]) => [name, wordsOf(value)])),
    figureEnds: new Map(Object.entries(document.figures ?? {})),
    output: document.output === undefined ? null : listOf(document.output),
    audit: document.audit ?? null,
    baseline: document.baseline ?? null,
    gates: (document.gates ?? []).map((gate, at): ProjectGate => {
      const parts = typeof gate === "string" ? { gate } : gate;
      const path = ["gates", at, ...(typeof gate === "string" ? [] : ["gate"])];
      return { gate: parts.gate, name: parts.name ?? null, mode: parts.mode ?? null, place: where.placeOf(path) };
    }),
    checkOutput: listOf(document.check?.output),
    report: reportOf(document.report ?? {}),
  };
}

function reportOf({ title, logo, accent, locale, sections = {}, bands = {} }: ReportDocument): ProjectReport {
  return {
    ...{ title: title ?? null, logo: logo ?? null, accent: accent ?? null, locale: locale ?? null },
    sections: new Map(Object.entries(sections).map(([name, shown]) => [name, shown === true || shown === "on"])),
    bands: new Map(Object.entries(bands)),
  };
}

/** As the command line would have it: values by name joined by "=". */
function wordsOf(value: OptionDocument): readonly string[] {
  if (typeof value !== "object") return [String(value)];
  if (isList(value)) return value;
  return Object.entries(value).map(([name, one]) => `${name}=${one}`);
}

function listOf(value: OneOrMore | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
