import path from "node:path";
import type { Framework } from "../../../src/framework/types.ts";
import { paperSheet } from "../../../src/interview/paper/build.ts";
import type { PaperSheet } from "../../../src/interview/paper/sheet.ts";
import { planInterview } from "../../../src/interview/plan.ts";
import type { InterviewPlan, SegmentQuestion } from "../../../src/interview/types.ts";
import { createShelf } from "../../../src/shelf/shelf.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");

/** A sheet that can be handed out: one audience of one bundled framework, whole or in a short form. */
export interface BundledSheet {
  readonly name: string;
  readonly framework: Framework;
  readonly plan: InterviewPlan;
  readonly sheet: PaperSheet;
}

export function planOf(
  framework: Framework,
  more: { readonly audience: string; readonly form: string | null; readonly segments?: readonly SegmentQuestion[] },
): InterviewPlan {
  const { id, version, hash } = framework;
  return planInterview(framework, {
    framework: { ref: id, id, version, hash },
    seating: { kind: "sheets" },
    shuffle: null,
    segments: [],
    ...more,
  });
}

/** Every one of them. */
export async function bundledSheets(): Promise<readonly BundledSheet[]> {
  const shelf = createShelf(ROOT);
  const loaded = await Promise.all((await shelf.list()).map(({ id }) => shelf.framework(id)));
  return loaded.flatMap(({ framework }) =>
    framework.audiences.flatMap(({ id: audience }) =>
      [null, ...framework.forms.map(({ id }) => id)].map((form) => {
        const plan = planOf(framework, { audience, form });
        return { name: [framework.id, audience, form ?? "full"].join(" "), framework, plan, sheet: paperSheet(plan) };
      }),
    ),
  );
}
