import type { Host } from "../host.ts";
import type { BaselinePlace } from "./baseline.ts";

/** The command that makes this audit the baseline, to be typed where this one was. `file` as it was named; absent: by the project. */
export function moveCommandOf(
  { config }: Pick<Host, "config">,
  file: string | undefined,
  place: BaselinePlace | null,
): string {
  const parts = [
    "trust-audit check",
    ...(file === undefined ? [] : [word(file)]),
    ...(place === null || place.isOfProject ? [] : [`--baseline ${word(place.path)}`]),
    ...(typeof config === "string" ? [`--config ${word(config)}`] : []),
    "--move-baseline 'First survey'",
  ];
  return parts.join(" ");
}

/** As shells take it. */
function word(text: string): string {
  return /^[\w./@%+,][\w./@%+,-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
