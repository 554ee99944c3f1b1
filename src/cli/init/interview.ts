import { createShelf } from "../../shelf/shelf.ts";
import type { Host } from "../host.ts";
import type { Asker } from "./asker.ts";
import { fitting, groupColumns, isAudienceOpen, lookedThrough } from "./look.ts";
import { askAudience, askData, askFramework, askGroups, askHeadcount, askPipeline } from "./questions.ts";
import { exportsIn, isThere, latest, type Site } from "./site.ts";
import { type InitFlags, type Wishes, wishesFrom } from "./wishes.ts";

/** Flags with the answers of whoever sits there put in; what a flag says is not asked. Null: nobody wants to go on. */
export async function interviewed(
  host: Host,
  asker: Asker,
  { site, flags }: { readonly site: Site; readonly flags: InitFlags },
): Promise<Wishes | null> {
  const data = flags.data ?? (await askData(asker, exportsIn(site), (name) => isThere(site, name)));
  if (data === null) return null;
  const file = await latest(site, data);
  const framework = flags.framework ?? (await proposed(host, asker, file));
  if (framework === null) return null;
  const people = await whoAnswered(host, asker, { file, flags: { ...flags, framework } });
  if (people === null) return null;
  const headcount = flags.headcount ?? (people.isCounted ? await askHeadcount(asker) : "");
  if (headcount === null) return null;
  const pipeline = flags.pipeline ?? (await askPipeline(asker));
  if (pipeline === null) return null;
  const { audience, by } = people;
  return wishesFrom(flags, { data, framework, audience, by, pipeline, headcount: headcount === "" ? null : headcount });
}

async function proposed(host: Host, asker: Asker, file: string | null): Promise<string | null> {
  const fits = file === null ? [] : await fitting(host, file);
  return askFramework(asker, fits, await createShelf(host.root).list());
}

interface People extends Pick<Wishes, "audience" | "by"> {
  /** Persons answered, and not one for all. */
  readonly isCounted: boolean;
}

async function whoAnswered(
  host: Host,
  asker: Asker,
  { file, flags }: { readonly file: string | null; readonly flags: InitFlags & { readonly framework: string } },
): Promise<People | null> {
  const { framework } = await createShelf(host.root).framework(flags.framework);
  const { audience: named = null, by: chosen, id = null } = flags;
  const asked = { framework: flags.framework, audience: named, by: chosen ?? [], id };
  const inspection = file === null ? null : await lookedThrough(host, file, asked);
  const isOpen = named === null && isAudienceOpen(framework, inspection);
  const audience = isOpen ? await askAudience(asker, framework) : named;
  if (isOpen && audience === null) return null;
  const isCounted = framework.unit === "person";
  if (chosen !== undefined) return { audience, by: chosen, isCounted };
  const by = isCounted && inspection !== null ? await askGroups(asker, groupColumns(inspection)) : [];
  return by === null ? null : { audience, by, isCounted };
}
