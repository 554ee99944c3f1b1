import { hashGroups } from "../../response/rows/duplicates.ts";
import { type Fingerprint, fingerprint, fingerprintAscii } from "../../response/rows/fingerprints.ts";
import { UNIT_WEIGHT } from "../../response/rows/weight-text.ts";
import type { FilePeople } from "../people.ts";
import { readAnswers } from "./block-answers.ts";
import { blockText } from "./block-text.ts";
import { BLOCK_ROWS, type BlockKernel, type ScanCore } from "./core.ts";
import type { OrdinaryRows } from "./ordinary.ts";
import { createRowGroups } from "./row-groups.ts";
import type { Symbols } from "./symbols.ts";

/**
 * Adds rows to the sums of their groups a block at a time, but for those that repeat the id of another one: of each row its id is
 * looked at. For files whose only text that is read is the id.
 */
export function createBlockById(request: {
  readonly core: ScanCore;
  readonly people: FilePeople;
  readonly kernel: BlockKernel;
  readonly symbols: readonly Symbols[];
}): OrdinaryRows {
  const { core, people, kernel } = request;
  const groups = createRowGroups({ ...request, cellOf: people.cells.cellOf, foldRow: createRowFold(core, people) });
  const left = new Uint8Array(BLOCK_ROWS);
  const ids = createBlockIds(core, people);
  /** Rows of the block that are left out. */
  const leaveOut = (): number => {
    const { halves } = kernel.hash(core.rows);
    let count = 0;
    for (let row = 0; row < core.rows; row += 1) {
      const values = groups.values[groups.numbers[row] as number] ?? [];
      const hash = hashGroups(halves[2 * row] as number, halves[2 * row + 1] as number, values);
      const isLeft = ids.isLeft(row, hash);
      left[row] = isLeft ? 1 : 0;
      if (isLeft) count += 1;
      else {
        groups.meet(row);
        people.digest?.addHash(hash);
      }
    }
    return count;
  };
  const ordinary = {
    rows: 0,
    scanned: (_stop: string, lines: number): void => {
      ids.linesBefore = lines;
      ordinary.flush();
    },
    beforeUnusual: (): void => undefined,
    flush: (): void => {
      const { rows } = core;
      if (rows === 0) return;
      groups.number();
      const count = leaveOut();
      groups.add(count === 0 ? null : left);
      people.counted(rows - count);
      ordinary.rows += rows;
      core.clear();
    },
  };
  return ordinary;
}

function createRowFold(core: ScanCore, { instruments, decoder }: FilePeople) {
  const { scorer, check, fold } = instruments;
  const answers = new Float64Array(decoder.answers.length);
  return (row: number, cell: Float64Array): void => {
    readAnswers(core.codes, row, answers);
    fold(cell, { answers, scored: scorer.score(answers), flags: check(answers), weight: UNIT_WEIGHT });
  };
}

/** Whether rows are left out for their ids; counts them. linesBefore: line ends before the bytes that were scanned. */
interface BlockIds {
  linesBefore: number;
  isLeft(row: number, hash: number): boolean;
}

function createBlockIds(core: ScanCore, { instruments, ledger, left, file }: FilePeople): BlockIds {
  const { watch, duplicates } = instruments;
  const key: Fingerprint = { high: 0, low: 0 };
  const span = { begin: 0, end: 0 };
  let current = 0;
  const place = { file, line: () => ids.linesBefore + (core.lineOf[current] as number) + 1 };
  const idOf = (row: number): string => blockText(core, row).trim().normalize("NFC");
  /** Writes the fingerprint of the row's id; false: there is none. */
  const readKey = (row: number): boolean => {
    const size = core.texts[2 * row + 1] as number;
    span.begin = core.texts[2 * row] as number;
    span.end = span.begin + (size >> 1);
    if ((size & 1) === 0 && isPlain(core.input, span)) {
      watch.numbered();
      fingerprintAscii(core.input, span, key);
      return true;
    }
    const id = watch.idOf(idOf(row));
    if (watch.isSomebodys) fingerprint(id, key);
    return watch.isSomebodys;
  };
  const ids = {
    linesBefore: 0,
    isLeft: (row: number, hash: number): boolean => {
      current = row;
      if (!readKey(row)) return false;
      const repeat = duplicates.seeHash(key, hash, place);
      if (repeat === "new") return false;
      watch.repeated(idOf(row), repeat);
      if (repeat === "repeated") ledger.repeatedId();
      else left("duplicate");
      return repeat === "drop";
    },
  };
  return ids;
}

/** Of visible ASCII, two characters at least, one of them a digit: what nobody writes in place of an id. */
function isPlain(bytes: Uint8Array, { begin, end }: { readonly begin: number; readonly end: number }): boolean {
  let hasDigit = false;
  for (let at = begin; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 || byte >= 0x7f) return false;
    hasDigit ||= byte >= 0x30 && byte <= 0x39;
  }
  return hasDigit && end - begin > 1;
}
