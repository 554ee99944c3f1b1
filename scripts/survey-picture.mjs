/**
 * Makes docs/survey.svg: a question as a person sees it, taken from the real command in a real terminal (tmux).
 *
 *     node scripts/survey-picture.mjs [file]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { COLUMNS, writePicture } from "./picture/svg.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const ROWS = 24;
const SURVEY = ["survey", "-f", "trust-equation", "--audience", "employees", "--participants", "20"];
/** What is pressed, and what then shows: sitting down, beginning, eight answers, one back. @type {[string, string][]} */
const KEYS = [
  ["", "first person"],
  ["Enter", "Before you begin"],
  ["Enter", "Question 1 of"],
  ...[4, 3, 4, 2, 4, 3, 4, 4].map(
    (code, at) => /** @type {[string, string]} */ ([String(code), `Question ${at + 2} of`]),
  ),
  ["b", "Question 8 of"],
];
const PATIENCE = 10_000;

const dir = mkdtempSync(join(tmpdir(), "trust-audit-"));
try {
  const command = [process.execPath, join(root, "bin", "trust-audit.js"), ...SURVEY]
    .map((word) => `'${word}'`)
    .join(" ");
  tmux("new-session", "-d", "-x", String(COLUMNS), "-y", String(ROWS), "-c", dir, `exec ${command}`);
  for (const [key, shows] of KEYS) {
    if (key !== "") tmux("send-keys", key);
    await untilShown(shows);
  }
  const lines = tmux("capture-pane", "-e", "-p").trimEnd().split("\n");
  writePicture(process.argv[2] ?? join(root, "docs", "survey.svg"), {
    lines,
    label: "A terminal: question 8 of 21, five answers to choose from, the fourth one marked as given",
  });
} finally {
  // Saving and stopping, so that nothing is written any more when the folder goes.
  tmux("send-keys", "q", "y");
  await untilGone();
  rmSync(dir, { recursive: true, force: true });
}

/** @param {string} text */
async function untilShown(text) {
  for (const started = Date.now(); !tmux("capture-pane", "-p").includes(text); ) {
    if (Date.now() - started > PATIENCE) throw new Error(`"${text}" was never shown:\n${tmux("capture-pane", "-p")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function untilGone() {
  for (const started = Date.now(); tmux("list-sessions") !== "" && Date.now() - started < PATIENCE; )
    await new Promise((resolve) => setTimeout(resolve, 50));
  tmux("kill-server");
}

/** @param {...string} what */
function tmux(...what) {
  const env = { ...process.env, TERM: "xterm-256color", LC_ALL: "C.UTF-8", NO_COLOR: "" };
  return (
    spawnSync("tmux", ["-u", "-f", "/dev/null", "-S", join(dir, "tmux"), ...what], { encoding: "utf8", env }).stdout ??
    ""
  );
}
