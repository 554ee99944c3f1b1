/** Two trees of numbers compared leaf by leaf. */
import type { Tree } from "./data.ts";

export interface Leaf {
  /** Keys and places from the root, joined by dots. */
  readonly path: string;
  readonly value: number | string;
}

/** All numbers and words of a tree, in its order. */
export function leavesOf(tree: Tree, path = ""): readonly Leaf[] {
  if (typeof tree !== "object") return [{ path, value: tree }];
  return Object.entries(tree).flatMap(([key, inner]) => leavesOf(inner, path === "" ? key : `${path}.${key}`));
}

export interface Compared {
  /** In both trees, with how far they are apart: relative to the wanted number; of a wanted 0 absolute; of words 0 or 1. */
  readonly values: readonly { readonly path: string; readonly difference: number }[];
  /** Wanted, and not there. */
  readonly lacking: readonly string[];
  /** There, and not wanted. */
  readonly unknown: readonly string[];
}

export function compareTrees(ours: Tree, wanted: Tree): Compared {
  const mine = new Map(leavesOf(ours).map(({ path, value }) => [path, value]));
  const theirs = new Map(leavesOf(wanted).map(({ path, value }) => [path, value]));
  return {
    values: [...theirs].flatMap(([path, value]) => {
      const own = mine.get(path);
      return own === undefined ? [] : [{ path, difference: differenceOf(own, value) }];
    }),
    lacking: [...theirs.keys()].filter((path) => !mine.has(path)),
    unknown: [...mine.keys()].filter((path) => !theirs.has(path)),
  };
}

function differenceOf(own: number | string, wanted: number | string): number {
  if (typeof own === "string" || typeof wanted === "string") return own === wanted ? 0 : 1;
  if (own === wanted) return 0;
  const difference = Math.abs(own - wanted) / (wanted === 0 ? 1 : Math.abs(wanted));
  // A number that is not there agrees with nothing.
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}
