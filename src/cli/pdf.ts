import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { whyUnwritten } from "../problems/unwritten.ts";
import { findBrowser } from "./browser.ts";
import type { Host } from "./host.ts";

/** Milliseconds; a report takes one or two seconds. */
const LONGEST = 60_000;
/** Nothing is asked of the network, and nothing is kept: the page is a file, the profile goes with its folder. */
const QUIET = [
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--disable-extensions",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--host-resolver-rules=MAP * ~NOTFOUND",
];
/** With bookmarks, without the browser's own head and foot: the page has its own. */
const PRINTING = ["--no-pdf-header-footer", "--generate-pdf-document-outline"];
const BY_HAND = "or write -o html:FILE and print that from any browser.";

/**
 * A page of HTML as PDF, printed by a Chromium, Chrome or Edge of this machine: the same page, the same bytes by the same
 * browser. Throws ProblemsError (OUT003: there is none; OUT004: it failed).
 */
export async function printed(html: string, { env = {} }: Pick<Host, "env">): Promise<Uint8Array> {
  const browser = findBrowser(env, process.platform);
  if (browser === null) throw new ProblemsError([noBrowser(env["CHROME_PATH"])]);
  const folder = await mkdtemp(join(tmpdir(), "trust-audit-pdf-")).catch((error: unknown) => {
    throw new ProblemsError([noRoom(error)]);
  });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", remove);
  try {
    const page = join(folder, "page.html");
    const pdf = join(folder, "page.pdf");
    await writeFile(page, html, { mode: 0o600 });
    const profile = `--user-data-dir=${join(folder, "profile")}`;
    const to = `--print-to-pdf=${pdf}`;
    await run(browser, [...QUIET, ...PRINTING, ...sandbox(), profile, to, pathToFileURL(page).href]);
    return undated(await readFile(pdf));
  } catch (error) {
    throw new ProblemsError([notPrinted(browser, error)]);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function run(browser: string, flags: readonly string[]): Promise<unknown> {
  return promisify(execFile)(browser, [...flags], {
    timeout: LONGEST,
    killSignal: "SIGKILL",
    maxBuffer: 64 * 1024 * 1024,
    windowsHide: true,
  });
}

/** Chromium refuses its sandbox to root, as containers run. */
function sandbox(): readonly string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** When it was printed is the only thing in which two prints of a page differ. */
function undated(pdf: Buffer): Uint8Array {
  const text = pdf.toString("latin1");
  const same = text.replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}[^)]*/g, (whole, lead: string) =>
    `${lead}19700101000000+00'00'`.padEnd(whole.length).slice(0, whole.length),
  );
  return Buffer.from(same, "latin1");
}

function noBrowser(told: string | undefined): Problem {
  return {
    code: "OUT003",
    severity: "error",
    message: told
      ? `No PDF was made: CHROME_PATH names ${told}, which is not there.`
      : "No PDF was made: there is no Chromium, Chrome or Edge on this machine.",
    help: `Install Chromium, set CHROME_PATH to the program of one, ${BY_HAND}`,
  };
}

function noRoom(error: unknown): Problem {
  return {
    code: "OUT004",
    severity: "error",
    message: `No PDF was made: nothing can be laid down in ${tmpdir()}, the folder for temporary files: ${whyUnwritten(error)}.`,
    help: `Set TMPDIR to a folder that is there and may be written in, ${BY_HAND}`,
  };
}

function notPrinted(browser: string, error: unknown): Problem {
  const killed = error instanceof Error && "killed" in error && error.killed === true;
  const why = killed ? "it did not finish within a minute" : "it ended without a page";
  return {
    code: "OUT004",
    severity: "error",
    message: `No PDF was made: ${browser} was asked to print, and ${why}.`,
    help: `Try again, set CHROME_PATH to another Chromium, Chrome or Edge, ${BY_HAND}`,
  };
}
