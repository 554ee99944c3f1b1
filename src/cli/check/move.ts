import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { peopleWords } from "../../render/words.ts";
import { drawSheet } from "../draw.ts";
import { EXIT, UsageError } from "../exit.ts";
import type { Host } from "../host.ts";
import { refuseTwice } from "../paths.ts";
import { dayOf, isoOf } from "../plan/dates.ts";
import { readKept } from "../plan/kept.ts";
import { type BaselinePlace, moveBaseline } from "./baseline.ts";
import { historyPath } from "./history.ts";
import type { CheckFlags } from "./sources.ts";

/** `check AUDIT.json --move-baseline REASON`: the audit becomes the baseline. Throws UsageError, ProblemsError. */
export async function runMove(
  host: Host,
  file: string,
  {
    place,
    reason,
    flags,
  }: { readonly place: BaselinePlace | null; readonly reason: string; readonly flags: CheckFlags },
): Promise<number> {
  if (place === null)
    throw new UsageError(
      "--move-baseline: where is the baseline kept?",
      "Say it with --baseline baseline.json, or `baseline:` in trust-audit.yaml.",
    );
  if (flags.gate !== undefined || flags.output !== undefined)
    throw new UsageError(
      "--move-baseline judges nothing: it does not go with --gate or -o.",
      "Check first, then move the baseline.",
    );
  refuseTwice([file, place.path]);
  const day = flags.day === undefined ? host.now().toISOString().slice(0, 10) : isoOf(dayOf(flags.day, "--day"));
  const audit = await readKept(host, file);
  // Whoever writes there says why it cannot be.
  if (place.isOfProject) await mkdir(dirname(place.path), { recursive: true }).catch(() => undefined);
  const { move, unrecorded } = await moveBaseline(host, audit, { path: place.path, reason, day });
  const { people } = audit.audit.asked;
  await drawSheet(host, {
    title: "Baseline moved",
    blocks: [
      {
        kind: "facts",
        rows: [
          {
            label: "Baseline",
            text: `${place.path} is now ${file}${people === null ? "" : `: ${peopleWords(people)}`}`,
          },
          { label: "Reason", text: `${move.day}: ${move.reason}` },
          { label: "From", text: move.from === null ? "none: this is the first" : short(move.from) },
          { label: "To", text: short(move.to) },
          ...(unrecorded === null ? [] : [{ label: "Mind", text: between(unrecorded), tone: "fair" } as const]),
          { label: "Kept in", text: `${historyPath(place.path)}: commit both files together` },
        ],
      },
    ],
  });
  return EXIT.done;
}

function between(unrecorded: string): string {
  return `What stood there last (${short(unrecorded)}) had been put there without a reason and was never recorded.`;
}

/** The beginning of a fingerprint, by which people tell two apart. */
function short(fingerprint: string): string {
  return fingerprint.slice(0, 12);
}
