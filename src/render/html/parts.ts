import type { Block, Heading } from "../sheet.ts";

/** A heading with what stands under it. */
export interface Part {
  /** Of the heading, for links. */
  readonly id: string;
  /** Null: what stands before the first heading. */
  readonly title: string | null;
  readonly blocks: readonly PlacedBlock[];
  readonly inner: readonly Part[];
}

/** A block, and what its drawing has to know of the page around it. */
export interface PlacedBlock {
  readonly block: Exclude<Block, Heading>;
  /** Unlike that of any other block of the page: letters, digits, hyphens. */
  readonly id: string;
  /** What region it is for whoever hears the page: "Table 3: Dimensions". */
  readonly name: string;
  /** Of a heading within the block. */
  readonly level: 3 | 4;
}

interface Draft extends Part {
  readonly blocks: PlacedBlock[];
  readonly inner: Part[];
}

const LONGEST_ID = 48;

/** A flat sheet as the sections its headings make, blocks numbered through. */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
  const ids = new Set<string>();
  const preface: Draft = { id: "", title: null, blocks: [], inner: [] };
  const parts = [preface];
  let open = preface;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === "heading") {
      const outer = parts.at(-1) ?? preface;
      open = { id: freshId(block, ids), title: block.text, blocks: [], inner: [] };
      (block.level === 3 && outer.title !== null ? outer.inner : parts).push(open);
      continue;
    }
    const level = parts.includes(open) ? 3 : 4;
    const name = `Table ${at + 1}${open.title === null ? "" : `: ${open.title}`}`;
    open.blocks.push({ block, id: `b${at + 1}`, name, level });
  }
  return parts.filter((part) => part.title !== null || part.blocks.length > 0);
}

/** The section's own name where it has one, so that links outlive a change of words; else its heading in small letters. */
function freshId({ section, text }: Heading, taken: Set<string>): string {
  const slug = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, "");
  // "s-": a block's id, and "content", can never be the same.
  const wanted = `s-${section ?? (slug === "" ? "part" : slug)}`;
  let id = wanted;
  for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`;
  taken.add(id);
  return id;
}
