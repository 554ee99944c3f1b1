import type { FrameworkDocument } from "./document.ts";
import type { Band } from "./types.ts";

/** Bands of a 0–100 index where 100 is best. Conventions, not measured cut-offs; reports label them so. */
const STANDARD_BANDS: readonly Band[] = [
  {
    id: "critical",
    label: "critical",
    from: 0,
    meaning: "Trust is missing here; expect open damage until this is taken up.",
  },
  { id: "weak", label: "weak", from: 35, meaning: "Trust is thin here; a small shock would break it." },
  { id: "mixed", label: "mixed", from: 50, meaning: "Good and bad experience stand side by side." },
  { id: "good", label: "good", from: 65, meaning: "Most experience is good; keep doing what makes it so." },
  { id: "strong", label: "strong", from: 80, meaning: "A strength to rely on and to protect." },
];

/** The bands that `bands: ID` means; without an id the framework's own default, else the standard bands. */
export function bandsOf(document: FrameworkDocument, id: string | undefined): readonly Band[] {
  const declared = document.bands ?? {};
  const name = id ?? "default";
  return (Object.hasOwn(declared, name) ? declared[name] : undefined) ?? STANDARD_BANDS;
}
