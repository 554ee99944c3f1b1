import { planInterview } from "../../interview/plan.ts";
import type { InterviewPlan } from "../../interview/types.ts";
import { createShelf, type Loaded } from "../../shelf/shelf.ts";
import { frameworkUnder } from "../../shelf/under.ts";
import type { Host } from "../host.ts";
import { profilesOf } from "./new-survey.ts";
import { parseSegments } from "./segments.ts";
import { setupOf } from "./setup.ts";

/** Flags of `frameworks export` that say what is asked of whom. */
export interface ExportFlags {
  readonly audience?: string;
  readonly form?: string;
  readonly segment?: readonly string[];
  readonly profile?: readonly string[];
  readonly output?: readonly string[];
}

/** What a questionnaire asks, of people or of one assessment. Throws UsageError, ProblemsError. */
export async function exported(
  { root }: Pick<Host, "root">,
  reference: string,
  flags: ExportFlags,
): Promise<Loaded & { readonly plan: InterviewPlan }> {
  const asking = {
    ...{ framework: reference, audience: flags.audience ?? null, form: flags.form ?? null },
    segments: parseSegments(flags.segment ?? []),
    profiles: profilesOf(flags.profile),
  };
  const loaded = await frameworkUnder(createShelf(root), reference, asking.profiles);
  const { framework } = loaded;
  const seating = framework.unit === "person" ? ({ kind: "sheets" } as const) : ({ kind: "one" } as const);
  const setup = setupOf(framework, asking, { seating, shuffle: null });
  return { ...loaded, plan: planInterview(framework, setup) };
}
