import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Path } from "../complaint.ts";
import { cutFault, cutText } from "./cut.ts";
import { FORBIDDEN_KEYS } from "./limits.ts";
import type { Fault } from "./text.ts";

/** A stretch of the text: 0-based start, and end (exclusive). */
export type Span = readonly [number, number];

export interface Spans {
  readonly key?: Span;
  readonly value: Span;
}

/** Plain data, and where each part of it stands: `spans` goes by `pointer(path)`. */
export interface Tree {
  readonly value: unknown;
  readonly spans: ReadonlyMap<string, Spans>;
  /** What stands in the way of reading the values. */
  readonly faults: readonly Fault[];
  /** What was put right in reading, and must be put right in the file. */
  readonly slips: readonly Fault[];
}

/** The name of a path in `Tree.spans`, as a JSON pointer. */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/**
 * Turns composed YAML into plain objects, lists and scalars. Tags, anchors, aliases, repeated keys, and keys that are
 * not plain text or would reach into an object's prototype are faults, not values.
 */
export function readTree(root: ParsedNode | null, source: string): Tree {
  const reading: Reading = { source, spans: new Map(), faults: [], slips: [] };
  const value = readNode(root, "", reading);
  const { spans, faults, slips } = reading;
  return { value, spans, faults, slips };
}

interface Reading {
  readonly source: string;
  readonly spans: Map<string, Spans>;
  readonly faults: Fault[];
  readonly slips: Fault[];
}

function readNode(node: Node | null, at: string, reading: Reading): unknown {
  if (node === null) return null;
  if (!refuseExtras(node, reading)) return null;
  if (isMap(node)) return readMap(node, at, reading);
  if (isSeq(node)) return readList(node, at, reading);
  return isScalar(node) ? node.value : null;
}

/** True when the node is one the format knows: no tag, no anchor, no alias. */
function refuseExtras(node: Node, reading: Reading): boolean {
  if (isAlias(node) || node.anchor !== undefined) {
    reading.faults.push({
      code: "FW009",
      ...place(node),
      message: isAlias(node) ? "An alias (`*name`) stands here." : "An anchor (`&name`) stands here.",
      help: "Write the value out; presets and `defaults` save the repetition. A text that begins so goes in quotation marks.",
    });
    return false;
  }
  if (node.tag === undefined) return true;
  reading.faults.push({
    code: "FW012",
    ...place(node),
    message: "A YAML tag (`!name`) stands here.",
    help: "Remove the tag. A text that begins with an exclamation mark goes in quotation marks.",
  });
  return false;
}

function readList(list: YAMLSeq, at: string, reading: Reading): unknown[] {
  const [start] = span(list);
  return list.items.map((item, index) => {
    const here = `${at}/${index}`;
    const node = item as Node | null;
    reading.spans.set(here, { value: valueSpan(node, [start, start + 1]) });
    return readNode(node, here, reading);
  });
}

function readMap(map: YAMLMap, at: string, reading: Reading): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (let place = 0; place < map.items.length; place += 1) {
    const pair = map.items[place] as Pair;
    const key = readKey(pair.key as Node | null, map, reading);
    if (key === undefined) continue;
    if (seen.has(key)) {
      reading.faults.push(repeatedKey(key, pair.key as Node));
      continue;
    }
    seen.add(key);
    const here = `${at}${pointer([key])}`;
    const value = pair.value as Node | null;
    const keySpan = span(pair.key as Node);
    const cut = map.flow === true ? cutText(map.items, place, reading.source) : undefined;
    reading.spans.set(here, { key: keySpan, value: cut?.span ?? valueSpan(value, keySpan) });
    object[key] = cut?.text ?? readNode(value, here, reading);
    if (cut === undefined) continue;
    reading.slips.push(cutFault(key, cut));
    place += cut.parts;
  }
  return object;
}

function readKey(node: Node | null, map: YAMLMap, reading: Reading): string | undefined {
  if (node !== null && !refuseExtras(node, reading)) return undefined;
  const key = isScalar(node) ? keyText(node) : undefined;
  if (key !== undefined && !FORBIDDEN_KEYS.has(key)) return key;
  const at = place(node ?? map);
  reading.faults.push(
    key === undefined
      ? { code: "FW013", ...at, message: "A key here is not plain text.", help: "Write a word, a colon and a space." }
      : { code: "FW010", ...at, message: `The key "${key}" is not allowed.`, help: "Give it another name." },
  );
  return undefined;
}

function keyText(node: Scalar): string | undefined {
  if (typeof node.value === "string") return node.value;
  return node.value === null || node.source === undefined ? undefined : node.source;
}

function repeatedKey(key: string, node: Node): Fault {
  return {
    code: "FW008",
    ...place(node),
    message: `The key "${key.slice(0, 40)}" stands twice in the same map.`,
    help: "Remove one of the two, or give this one its right name.",
  };
}

/** What to underline for a value: a scalar whole, a block map's first key, a list's or bracket's first character. */
function valueSpan(node: Node | null, fallback: Span): Span {
  if (node === null) return fallback;
  const [start, end] = span(node);
  if (isScalar(node)) return end > start ? [start, end] : fallback;
  if (isMap(node) && node.flow !== true) {
    const first = node.items[0]?.key;
    return first === null || first === undefined ? [start, start + 1] : span(first as Node);
  }
  return [start, start + 1];
}

function span(node: Node): Span {
  const range = node.range;
  return range ? [range[0], Math.max(range[1], range[0])] : [0, 0];
}

function place(node: Node): { readonly offset: number; readonly length: number } {
  const [start, end] = span(node);
  return { offset: start, length: Math.max(1, end - start) };
}
