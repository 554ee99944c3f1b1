import path from "node:path";
import type { Framework } from "../../src/framework/types.ts";
import { buildInstrument } from "../../src/instrument/build.ts";
import type { Instrument } from "../../src/instrument/instrument.ts";
import { planInterview } from "../../src/interview/plan.ts";
import type { SegmentQuestion } from "../../src/interview/types.ts";
import { createShelf } from "../../src/shelf/shelf.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
export const shelf = createShelf(ROOT);

export interface Exported {
  readonly name: string;
  /** As `-f` takes it. */
  readonly reference: string;
  readonly framework: Framework;
  readonly instrument: Instrument;
}

export const SEGMENTS: readonly SegmentQuestion[] = [
  { name: "department", options: ["Sales", 'R&D, "lab"'] },
  { name: "years_here", options: [] },
];

export function instrumentOf(framework: Framework, audience: string, form: string | null, language = "en"): Instrument {
  const { id, version, hash } = framework;
  const setup = { framework: { ref: id, id, version, hash }, audience, form, shuffle: null, segments: SEGMENTS };
  return buildInstrument(planInterview(framework, { ...setup, seating: { kind: "sheets" } }), framework, language);
}

/** Every audience and form of the bundled frameworks, and a framework of texts that no writer expects. */
export async function everyInstrument(): Promise<readonly Exported[]> {
  const own = path.join(import.meta.dirname, "hostile.yaml");
  const references = [...(await shelf.list()).map(({ id }) => id), own];
  const loaded = await Promise.all(
    references.map(async (reference) => ({ reference, framework: (await shelf.framework(reference)).framework })),
  );
  return loaded.flatMap(({ reference, framework }) =>
    framework.audiences.flatMap(({ id: audience }) =>
      [null, ...framework.forms.map(({ id }) => id)].map((form) => ({
        name: [framework.id, audience, form ?? "full"].join(", "),
        reference,
        framework,
        instrument: instrumentOf(framework, audience, form),
      })),
    ),
  );
}
