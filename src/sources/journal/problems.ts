import { basename, dirname } from "node:path";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { whyUnreadable } from "../../problems/unreadable.ts";
import { whyUnwritten } from "../../problems/unwritten.ts";

const OTHER_FILE = "Name the .journal file that the survey left, or begin a new survey.";

function refuse(problem: Omit<Problem, "severity">): ProblemsError {
  return new ProblemsError([{ ...problem, severity: "error" }]);
}

export function unreadable(file: string, error: unknown): ProblemsError {
  const message = `Cannot open the journal ${file}: ${whyUnreadable(error)}.`;
  return refuse({ code: "JN001", message, help: OTHER_FILE, place: { file } });
}

export function noPlainFile(file: string): ProblemsError {
  const message = `Cannot open the journal ${file}: it is no plain file.`;
  return refuse({ code: "JN001", message, help: OTHER_FILE, place: { file } });
}

export function alreadyThere(file: string): ProblemsError {
  return refuse({
    code: "JN002",
    message: `${file} is already there, and a journal is never written over.`,
    help: "Go on with it (--resume), choose another name, or move it away first.",
    place: { file },
  });
}

export function noJournal(file: string): ProblemsError {
  return refuse({ code: "JN003", message: `${file} is not a journal of a survey.`, help: OTHER_FILE, place: { file } });
}

export function nothingInIt(file: string): ProblemsError {
  return refuse({
    code: "JN004",
    message: `The journal ${file} ends before the first question: nothing was ever answered in it.`,
    help: "Delete it and begin a new survey.",
    place: { file },
  });
}

export function tooNew(file: string, tool: string): ProblemsError {
  const by = tool === "" ? "" : ` (${tool})`;
  return refuse({
    code: "JN005",
    message: `The journal ${file} was written by a newer version of trust-audit${by}.`,
    help: "Go on with that version, or update this one.",
    place: { file },
  });
}

export function damaged(file: string, line: number): ProblemsError {
  return refuse({
    code: "JN006",
    message: `Line ${line} of the journal is not as it was written: the file was changed or damaged.`,
    help: "Take a copy from a backup. Without one, keep a copy of this file; the lines above the damaged one are sound, and deleting it and everything below leaves a journal that opens.",
    place: { file, line },
  });
}

export function unknownRecord(file: string, line: number): ProblemsError {
  return refuse({
    code: "JN007",
    message: `Line ${line} of the journal says something that this version does not know.`,
    help: "Go on with the version of trust-audit that wrote it.",
    place: { file, line },
  });
}

export function inUse(file: string, pid: number): ProblemsError {
  return refuse({
    code: "JN008",
    message: `Another trust-audit is writing to ${file} (process ${pid}).`,
    help: "Go on in its window, or end it there first; everything answered so far is saved.",
    place: { file },
  });
}

/** host: where the other process runs or ran; null: the lock does not say. */
export function lockedElsewhere(file: string, lock: { readonly path: string; readonly host: string | null }) {
  const where = lock.host === null ? "a process that cannot be told" : `a process elsewhere, on "${lock.host}"`;
  return refuse({
    code: "JN009",
    message: `The journal ${file} is in use by ${where}.`,
    help: `End that survey there. When you are sure that nothing writes to the journal any more, delete ${lock.path} and try again.`,
    place: { file },
  });
}

export function notWritten(file: string, error: unknown): ProblemsError {
  return refuse({
    code: "JN010",
    message: `Could not write to ${file}: ${whyUnwritten(error)}.`,
    help: "Everything saved before is safe. Make room or put right what is named, and try again.",
    place: { file },
  });
}

/** Before there is anything in it. */
export function notCreated(file: string, error: unknown): ProblemsError {
  return refuse({
    code: "JN010",
    message: `Could not create the journal ${file}: ${whyUnwritten(error)}.`,
    help: "Nothing was asked yet. Put right what is named, or begin the survey in another folder.",
    place: { file },
  });
}

/** What somebody else did to the file. */
export type Loss = "deleted" | "moved away" | "replaced by another file" | "changed";

/** The journal stands in `fresh` now, and the survey goes on there. In few words: it is read between two questions. */
export function carriedOn(file: string, loss: Loss, fresh: string): Problem & { readonly help: string } {
  const where = dirname(fresh) === dirname(file) ? `${basename(fresh)} beside it` : fresh;
  return {
    code: "JN011",
    severity: "warning",
    message: `${basename(file)} was ${loss}.`,
    help: `Every answer so far is safe in ${where}, and the survey goes on there.`,
    place: { file },
  };
}

/** why: what stood against a new file. */
export function notCarriedOn(file: string, loss: Loss, why: unknown): ProblemsError {
  return refuse({
    code: "JN011",
    message: `${basename(file)} was ${loss}, and no other file could be made: ${whyUnwritten(why)}.`,
    help: "Nothing is lost while this window is open. Put the file back, or put that right, and press the key again.",
    place: { file },
  });
}

/** Somebody else wrote that; entries are never written behind the end. */
export function behindTheEnd(file: string, line: number): ProblemsError {
  return refuse({
    code: "JN012",
    message: `Line ${line} of the journal stands behind the end of the survey.`,
    help: "No survey writes that. Use the journal as the survey left it, or a copy from a backup.",
    place: { file, line },
  });
}
