import { availableParallelism } from "node:os";
import { ProblemsError } from "../../problems/problem.ts";
import type { Fact, Sheet } from "../../render/sheet.ts";
import { createShelf } from "../../shelf/shelf.ts";
import { version } from "../../version.ts";
import { findBrowser } from "../browser.ts";
import { drawSheet } from "../draw.ts";
import { EXIT } from "../exit.ts";
import { AUDIT_FORMATS } from "../formats.ts";
import type { Host } from "../host.ts";
import { lookAtProject, type ProjectFound } from "../project/diagnosis.ts";

/** Oldest minor version by major version; what is newer than all of them will do. */
const OLDEST_NODE: ReadonlyMap<number, number> = new Map([
  [20, 17],
  [22, 3],
]);

/** `doctor`: exit code 3 when something is not whole. */
export async function runDoctor(host: Host): Promise<number> {
  const { sheet, healthy } = await examine(host);
  await drawSheet(host, sheet);
  return healthy ? EXIT.done : EXIT.unreadable;
}

/** Looks at the installation and the terminal; `healthy` is false when a command could not do its work here. */
async function examine(host: Host): Promise<{ sheet: Sheet; healthy: boolean }> {
  const found = await lookAtProject(host);
  const checks = [nodeCheck(host.node), ...(await shelfChecks(host)), ...projectChecks(found)];
  const healthy = checks.every((check) => check.sound);
  const facts = checks.map(
    ({ sound, label, text }): Fact => ({
      label,
      text: sound ? `ok: ${text}` : `PROBLEM: ${text}`,
      tone: sound ? "good" : "poor",
    }),
  );
  return {
    healthy,
    sheet: {
      title: "trust-audit doctor",
      maker: `trust-audit ${version}`,
      blocks: [
        { kind: "facts", rows: [...facts, pdfFact(host), ...terminalFacts(host)] },
        ...found.blocks,
        { kind: "paragraph", text: "Works offline: no network access, no telemetry.", tone: "quiet" },
      ],
    },
  };
}

/** One line where all is well, else one for each problem. */
function projectChecks({ text, problems }: ProjectFound): readonly Check[] {
  const label = "project";
  return problems.length === 0
    ? [{ label, sound: true, text }]
    : problems.map((problem) => ({ label, sound: false, text: problem }));
}

interface Check {
  readonly label: string;
  readonly sound: boolean;
  readonly text: string;
}

function nodeCheck(node: string): Check {
  const [major = 0, minor = 0] = node.replace(/^v/, "").split(".").map(Number);
  const oldest = OLDEST_NODE.get(major);
  const sound = oldest === undefined ? major > Math.max(...OLDEST_NODE.keys()) : minor >= oldest;
  return {
    label: "Node.js",
    sound,
    text: sound ? node : `${node}; 20.17 and later of 20, or 22.3 and later, is needed`,
  };
}

async function shelfChecks(host: Host): Promise<readonly Check[]> {
  const shelf = createShelf(host.root);
  return Promise.all([
    checked("frameworks", async () => {
      const entries = await shelf.list();
      await Promise.all(entries.map((entry) => shelf.framework(entry.id)));
      return entries.map((entry) => `${entry.id} ${entry.version}`).join(", ");
    }),
    checked("strategies", async () => `${(await shelf.strategies()).length} in the catalogue`),
    checked("engines", engines),
    checked("formats", async () => AUDIT_FORMATS.join(", ")),
  ]);
}

/** The scanner works without vectors, too, and more slowly. */
async function engines(): Promise<string> {
  const { createWasmCore } = await import("../../engines/scan/wasm.ts");
  const core = createWasmCore({ columns: [], delimiter: ",".charCodeAt(0), items: 0 });
  const how = core === null ? "plain JavaScript: no WebAssembly SIMD here" : "WebAssembly SIMD";
  const cores = availableParallelism();
  return `scan (${how}), stream; ${cores} ${cores === 1 ? "core" : "cores"}`;
}

async function checked(label: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { label, sound: true, text: await look() };
  } catch (error) {
    const text = error instanceof ProblemsError ? (error.problems[0]?.message ?? error.message) : String(error);
    return { label, sound: false, text: `${text} Install the package again.` };
  }
}

/** Without a browser everything else works, so there being none is no problem. */
function pdfFact({ env = {} }: Host): Fact {
  const browser = findBrowser(env, process.platform);
  return {
    label: "pdf",
    text: browser ?? "no Chromium, Chrome or Edge found: print -o html by hand, or set CHROME_PATH",
  };
}

function terminalFacts(host: Host): readonly Fact[] {
  return [
    {
      label: "terminal",
      text: `${host.width} columns, ${host.terminal ? "interactive" : "not a terminal (plain output)"}`,
    },
    { label: "colour", text: host.color.out ? "on" : "off (no terminal, NO_COLOR, or --no-color)" },
  ];
}
