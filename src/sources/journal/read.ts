import type { Entry, InterviewSetup } from "../../interview/types.ts";
import { cleanEntry } from "./clean.ts";
import { behindTheEnd, damaged, noJournal, nothingInIt, tooNew, unknownRecord } from "./problems.ts";
import { linesOf, type Records, readRecords } from "./record.ts";
import { isEntry, isRecord, isSetup } from "./shape.ts";

const FORMAT = "trust-audit/journal";
const FORMAT_VERSION = 1;

/** The first line. Later versions may add fields to it, and raise the number where old versions must not go on. */
export function headOf(setup: InterviewSetup, tool: string) {
  return { format: FORMAT, formatVersion: FORMAT_VERSION, setup, tool };
}

export interface JournalText {
  readonly setup: InterviewSetup;
  readonly tool: string;
  readonly entries: readonly Entry[];
  /** No text in them had anything in it that no keyboard types; otherwise it was taken out. */
  readonly clean: boolean;
  /** Bytes up to the end of the last whole line. */
  readonly length: number;
  readonly sum: number;
  /** The last line was never finished. */
  readonly torn: boolean;
}

/** Reads the bytes of a journal. Throws ProblemsError (JN003 to JN007, JN012). */
export function readJournal(bytes: Buffer, file: string): JournalText {
  const records = readRecords(bytes);
  const [head, ...rest] = records.values;
  if (records.values.length === 0) throw notBegun(bytes, { file, records });
  const { setup, tool } = readHead(head, file);
  if (records.damaged !== null) throw damaged(file, records.damaged);
  const strange = rest.findIndex((value) => !isEntry(value));
  if (strange >= 0) throw unknownRecord(file, strange + 2);
  const entries = rest.filter(isEntry);
  const end = entries.findIndex(({ kind }) => kind === "close");
  if (end >= 0 && end < entries.length - 1) throw behindTheEnd(file, end + 3);
  const cleaned = entries.map(cleanEntry);
  return {
    setup,
    tool,
    entries: cleaned,
    clean: cleaned.every((entry, at) => entry === entries[at]),
    length: records.length,
    sum: records.sum,
    torn: records.length < bytes.length,
  };
}

/** A file without a sound first line: empty, cut off in the middle of that line, damaged in it, or something else. */
function notBegun(bytes: Buffer, { file, records }: { readonly file: string; readonly records: Records }) {
  const text = bytes.subarray(0, 200).toString("latin1");
  const begins = /^[0-9a-f]{8} \{"format":"trust-audit\/journal"/.test(text);
  if (records.damaged !== null) return begins || text.includes(FORMAT) ? damaged(file, 1) : noJournal(file);
  return begins || isBeginning(text) ? nothingInIt(file) : noJournal(file);
}

/** Cut off before it said what it is. */
function isBeginning(text: string): boolean {
  const start = linesOf([{ format: FORMAT }], 0)
    .bytes.toString("latin1")
    .slice(8);
  return /^[0-9a-f]{0,8}$/.test(text.slice(0, 8)) && start.startsWith(text.slice(8));
}

function readHead(head: unknown, file: string): { readonly setup: InterviewSetup; readonly tool: string } {
  if (!isRecord(head) || head["format"] !== FORMAT) throw noJournal(file);
  const tool = typeof head["tool"] === "string" ? head["tool"] : "";
  const version = head["formatVersion"];
  if (typeof version === "number" && version > FORMAT_VERSION) throw tooNew(file, tool);
  const setup = head["setup"];
  if (version !== FORMAT_VERSION || !isSetup(setup)) throw unknownRecord(file, 1);
  return { setup, tool };
}
