import { AGREEMENT } from "./agreement.ts";
import type { FrameworkDocument, PointDocument, ScaleDocument } from "./document.ts";

function point(code: number, label: string, aliases: readonly string[] = []): PointDocument {
  return { code, label, aliases };
}

function agreement(code: number, label: string, aliases: readonly string[]): PointDocument {
  return { code, label, aliases, translations: AGREEMENT.get(code) ?? {} };
}

/** The ready-made scales, in the same form an author would write. A framework extends them by `preset: ID`. */
export const PRESETS: ReadonlyMap<string, ScaleDocument & { readonly title: string }> = new Map([
  [
    "agree",
    {
      title: "Agreement, 1 to 5",
      measures: "agreement",
      points: [
        agreement(1, "Strongly disagree", ["Disagree strongly", "Completely disagree"]),
        agreement(2, "Disagree", ["Somewhat disagree"]),
        agreement(3, "Neither agree nor disagree", ["Neutral", "Neither", "Undecided"]),
        agreement(4, "Agree", ["Somewhat agree"]),
        agreement(5, "Strongly agree", ["Agree strongly", "Completely agree"]),
      ],
    },
  ],
  ["rating", { title: "0 to 10", rating: { min: 0, max: 10, low: "Not at all likely", high: "Extremely likely" } }],
  [
    "yes-partly-no",
    { title: "Yes, partly, no", points: [point(0, "No"), point(1, "Partly", ["In part"]), point(2, "Yes")] },
  ],
  [
    "in-place",
    {
      title: "In place, 0 to 3",
      points: [
        point(0, "Not at all", ["Not in place", "Not started"]),
        point(1, "Started", ["Begun"]),
        point(2, "Mostly", ["Mostly in place"]),
        point(3, "Fully", ["Fully in place"]),
      ],
    },
  ],
  [
    "trend",
    {
      title: "Trend, 1 to 5",
      points: [
        point(1, "Much worse"),
        point(2, "Worse", ["Somewhat worse"]),
        point(3, "About the same", ["Same", "The same", "Unchanged", "No change"]),
        point(4, "Better", ["Somewhat better"]),
        point(5, "Much better"),
      ],
    },
  ],
  [
    "severity",
    {
      title: "Severity, 0 to 3",
      points: [
        point(0, "None", ["Not at all"]),
        point(1, "Slight", ["Minor"]),
        point(2, "Serious", ["Marked"]),
        point(3, "Severe"),
      ],
    },
  ],
]);

/** A scale by its id: the one the framework declares, or the preset of that name. */
export function scaleOf(document: FrameworkDocument, id: string): ScaleDocument | undefined {
  const declared = document.scales ?? {};
  return Object.hasOwn(declared, id) ? declared[id] : PRESETS.has(id) ? { preset: id } : undefined;
}

/** A scale that names a preset becomes the preset with the scale's own words laid over it. */
export function withPreset(scale: ScaleDocument): ScaleDocument {
  const preset = scale.preset === undefined ? undefined : PRESETS.get(scale.preset);
  if (preset === undefined) return scale;
  const { preset: _name, ...own } = scale;
  return { ...preset, ...own };
}
