import { gunzipSync, gzipSync } from "node:zlib";
import type { Dice } from "./random.ts";
import { isZip, mapZip } from "./zip.ts";

type Mutation = (bytes: Buffer, dice: Dice) => Buffer;

const NEWLINE = 10;

/** Spoils a file in one to four ways; a workbook or a gzip file inside or outside its container. other: to splice with. */
export function mutate(bytes: Buffer, other: Buffer, dice: Dice): Buffer {
  try {
    if (isZip(bytes) && dice.chance(0.8)) return inZip(bytes, dice);
    if (isGzip(bytes) && dice.chance(0.8)) return gzipSync(several(gunzipSync(bytes), other, dice), { level: 1 });
  } catch {
    // A container that is damaged already.
  }
  return several(bytes, isZip(other) ? bytes : other, dice);
}

function inZip(bytes: Buffer, dice: Dice): Buffer {
  const target = dice.below(12);
  return mapZip(bytes, (content, at) => (at === target || dice.chance(0.1) ? inXml(content, dice) : content));
}

/** Tags that never end, before the end of any other: what makes a careless reader look through the rest for each. */
function inXml(content: Buffer, dice: Dice): Buffer {
  if (!dice.chance(0.1)) return several(content, content, dice);
  const tag = dice.pick(['<c r="A1"', '<c r="A1">', "<x:c ", "<row ", "<xf ", "<f>", "<v ", "<si>", "<sheet "]);
  const at = Math.max(0, content.lastIndexOf("</"));
  return Buffer.concat([content.subarray(0, at), Buffer.from(tag.repeat(30_000)), content.subarray(at)]);
}

export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function several(bytes: Buffer, other: Buffer, dice: Dice): Buffer {
  let spoilt = bytes;
  for (let left = 1 + dice.below(4); left > 0; left -= 1) {
    const next = dice.chance(0.1) ? splice(spoilt, other, dice) : dice.pick(MUTATIONS)(spoilt, dice);
    // Doubling lines over and over makes no better case.
    if (next.length < 1_000_000) spoilt = next;
  }
  return spoilt;
}

const cut: Mutation = (bytes, dice) => bytes.subarray(0, dice.below(bytes.length + 1));
const cutFront: Mutation = (bytes, dice) => bytes.subarray(dice.below(Math.min(bytes.length, 200) + 1));

const flip: Mutation = (bytes, dice) => {
  const copy = Buffer.from(bytes);
  for (let left = 1 + dice.below(6); left > 0 && copy.length > 0; left -= 1) {
    const at = dice.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << dice.below(8));
  }
  return copy;
};

/** Inserted somewhere, at times at the very beginning. */
function insert(text: Buffer): Mutation {
  return (bytes, dice) => {
    const at = dice.chance(0.2) ? 0 : dice.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), text, bytes.subarray(at)]);
  };
}

const INSERTED = [
  [0],
  [0, 0, 0],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x22],
  [0x22, 0x22],
  [0x0d],
  [0x0a, 0x0a],
  [0x2c],
  [0x3b],
  [0x09],
  [0x93, 0x80],
  [0xc3],
  [0xf0, 0x9f, 0x99, 0x82],
  [0xe2, 0x80, 0xae],
  [0x1b, 0x5b, 0x31, 0x6d],
].map((codes) => insert(Buffer.from(codes)));

/** Whatever stands in the text, byte for byte. */
function onText(change: (text: string, dice: Dice) => string): Mutation {
  return (bytes, dice) => Buffer.from(change(bytes.toString("latin1"), dice), "latin1");
}

function onLines(change: (lines: string[], dice: Dice) => readonly string[]): Mutation {
  return onText((text, dice) => change(text.split("\n"), dice).join("\n"));
}

const doubleQuotes = onText((text) => text.replaceAll('"', '""'));
const dropQuotes = onText((text) => text.replaceAll('"', ""));
const otherDelimiter = onText((text, dice) => text.replaceAll(",", dice.pick([";", "\t", "|", ", "])));
const otherLineEnds = onText((text, dice) => text.replaceAll(/\r?\n/g, dice.pick(["\r\n", "\r", "\n\n"])));

const duplicateLine = onLines((lines, dice) => {
  const at = dice.below(lines.length);
  const to = dice.below(lines.length);
  return [...lines.slice(0, to), lines[at] ?? "", ...lines.slice(to)];
});
const dropLine = onLines((lines, dice) => {
  const at = dice.chance(0.4) ? dice.below(4) : dice.below(lines.length);
  return lines.filter((_, line) => line !== at);
});
const swapLines = onLines((lines, dice) => {
  const [a, b] = [dice.below(lines.length), dice.below(Math.min(5, lines.length))];
  [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
  return lines;
});
const swapColumns = onLines((lines, dice) => {
  const width = (lines[0] ?? "").split(",").length;
  const [a, b] = [dice.below(width), dice.below(width)];
  return lines.map((line) => {
    const cells = line.split(",");
    if (Math.max(a, b) < cells.length) [cells[a], cells[b]] = [cells[b] ?? "", cells[a] ?? ""];
    return cells.join(",");
  });
});
const repeatColumn = onLines((lines, dice) => {
  const at = dice.below((lines[0] ?? "").split(",").length);
  return lines.map((line) => `${line},${line.split(",")[at] ?? ""}`);
});
const changeCell = onLines((lines, dice) => {
  const at = dice.below(lines.length);
  const cells = (lines[at] ?? "").split(",");
  cells[dice.below(cells.length)] = dice.pick([
    "",
    "99",
    "-99",
    "n/a",
    "1e9",
    "<b>4</b>",
    "=1+1",
    "4.0",
    "{",
    "x".repeat(5000),
  ]);
  lines[at] = cells.join(",");
  return lines;
});

const toUtf16: Mutation = (bytes, dice) => {
  const text = Buffer.from(bytes.toString("utf8"), "utf16le");
  const marked = dice.chance(0.7) ? Buffer.concat([Buffer.of(0xff, 0xfe), text]) : text;
  return dice.chance(0.3) && marked.length % 2 === 0 ? marked.swap16() : marked;
};
/** One half of the file in another encoding than the other. */
const mixEncodings: Mutation = (bytes, dice) => {
  const at = dice.below(bytes.length + 1);
  const rest = bytes.subarray(at).toString("utf8");
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(rest, dice.pick(["latin1", "utf16le"]))]);
};

function splice(bytes: Buffer, other: Buffer, dice: Dice): Buffer {
  const whole = dice.chance(0.5);
  const at = whole ? nextLine(bytes, dice.below(bytes.length + 1)) : dice.below(bytes.length + 1);
  const from = whole ? nextLine(other, dice.below(other.length + 1)) : dice.below(other.length + 1);
  return Buffer.concat([bytes.subarray(0, at), other.subarray(from)]);
}

function nextLine(bytes: Buffer, from: number): number {
  const found = bytes.indexOf(NEWLINE, from);
  return found < 0 ? bytes.length : found + 1;
}

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  cut,
  cutFront,
  flip,
  doubleQuotes,
  dropQuotes,
  otherDelimiter,
  otherLineEnds,
  duplicateLine,
  dropLine,
  swapLines,
  swapColumns,
  repeatColumn,
  changeCell,
  changeCell,
  toUtf16,
  mixEncodings,
  ...INSERTED,
];
