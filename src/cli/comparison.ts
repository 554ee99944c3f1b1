import type { ChangeResult } from "../audit/types.ts";
import type { Comparison, Kept } from "../diagnosis/comparison.ts";
import { changeBlocks } from "../render/sections/change.ts";
import type { Block, Fact, Sheet } from "../render/sheet.ts";
import { basisWords, markWords } from "../render/words.ts";
import { version } from "../version.ts";

/** The comparison as a page. */
export function comparisonSheet({ before, after, change, mind }: Comparison): Sheet {
  const { framework, tool } = after.audit;
  const marks = [before.audit, after.audit].map(markWords);
  return {
    title: `${framework.title}: what has changed`,
    maker: `${tool.name} ${version}`,
    mark: marks.find((mark) => mark !== null) ?? null,
    blocks: [
      { kind: "facts", rows: [wave("Before", before), wave("After", after), ...mind.map(mindFact)] },
      ...changeBlocks(change, framework.reading),
      ...independent(change),
    ],
  };
}

/** The comparison as data; docs/command-line.md names the keys. */
export function comparisonJson({ before, after, change, mind }: Comparison): object {
  const { id, version: of, title, reading, hash } = after.audit.framework;
  return {
    format: "trust-audit/comparison",
    formatVersion: 1,
    tool: { name: "trust-audit", version },
    framework: { id, version: of, title, reading, hash },
    mind,
    change,
    files: { before: before.name, after: after.name },
  };
}

/** What two paths are called: without the folders they share, and without any where their names differ. */
export function namesOf(before: string, after: string): readonly [string, string] {
  const [old, now] = [before, after].map((path) => (path === "-" ? ["<stdin>"] : path.split(/[\\/]/)));
  const [olds, nows] = [old ?? [], now ?? []];
  const last = (parts: readonly string[]) => parts.at(-1) ?? "";
  if (last(olds) !== last(nows)) return [last(olds), last(nows)];
  const shared = olds.findIndex((part, at) => part !== nows[at]);
  return [olds.slice(Math.max(0, shared)).join("/"), nows.slice(Math.max(0, shared)).join("/")];
}

function wave(label: string, { name, audit }: Kept): Fact {
  const { asked, framework, overall } = audit;
  const basis = overall === null ? "nothing is shown" : basisWords(framework.unit, asked.people ?? overall.people);
  return { label, text: `${name}: ${basis}${asked.subset === null ? "" : ` (${asked.subset})`}` };
}

function mindFact(text: string): Fact {
  return { label: "Mind", text, tone: "fair" };
}

function independent({ reason }: ChangeResult): readonly Block[] {
  if (reason !== null) return [];
  return [
    {
      kind: "paragraph",
      tone: "quiet",
      text: "An audit holds no person, so nobody is compared with their own earlier answers. With both exports and an id, trust-audit score --previous does that and tells smaller changes.",
    },
  ];
}
