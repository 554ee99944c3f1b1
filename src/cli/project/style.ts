import type { Audit } from "../../audit/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Project } from "../../project/types.ts";
import { cleanDeep } from "../../render/clean.ts";
import { bandsIn } from "../../render/restyled.ts";
import { SECTIONS } from "../../render/sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../../render/style.ts";
import { readLogo } from "./logo.ts";

/** How the project wants its reports to look; without a project: our own. Reads the logo. Throws ProblemsError (PF007, PF008). */
export async function styleOf(project: Project | null): Promise<HouseStyle> {
  if (project === null) return PLAIN_STYLE;
  const { accent, locale, sections } = project.report;
  const { title } = cleanDeep({ title: project.report.title });
  const bands = new Map([...project.report.bands].map(([id, name]) => [id, cleanDeep({ name }).name]));
  const off = new Set(SECTIONS.filter((name) => sections.get(name) === false));
  return { title, logo: await readLogo(project), accent, locale, off, bands };
}

/** Warnings (PF013) of words for bands that the audit's framework does not have; an older audit does not say which it has. */
export function strayBands(project: Project | null, audit: Audit): readonly Problem[] {
  if (project === null || audit.framework.bands.length === 0) return [];
  const ids = [...new Set(bandsIn(audit).map(({ id }) => id))];
  return [...project.report.bands.keys()].flatMap((id): readonly Problem[] => {
    if (ids.includes(id)) return [];
    const suggestion = suggest(id, ids);
    return [
      {
        code: "PF013",
        severity: "warning",
        message: `${audit.framework.id} has no band ${quote(id)}, so its word is not used.`,
        help: `Its bands are ${ids.join(", ")}.`,
        ...(suggestion === undefined ? {} : { suggestion }),
        place: project.placeOf(["report", "bands", id]),
      },
    ];
  });
}
