import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** What Chromium and its relatives are called on the PATH. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];
const MAC = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS_FOLDERS = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"];
const WINDOWS = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];

/**
 * A browser of this machine that can print: CHROME_PATH when that is set (and nothing else then), one on the PATH, or one
 * where its installer puts it. Null: none is there.
 */
export function findBrowser(env: Environment, platform: NodeJS.Platform): string | null {
  const told = env["CHROME_PATH"];
  const candidates = told ? [told] : [...onPath(env, platform), ...usualPlaces(env, platform)];
  return candidates.find((file) => existsSync(file)) ?? null;
}

function onPath(env: Environment, platform: NodeJS.Platform): readonly string[] {
  const folders = (env["PATH"] ?? env["Path"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const end = platform === "win32" ? ".exe" : "";
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + end)));
}

function usualPlaces(env: Environment, platform: NodeJS.Platform): readonly string[] {
  if (platform === "darwin") return MAC;
  if (platform !== "win32") return [];
  const folders = WINDOWS_FOLDERS.flatMap((name) => env[name] ?? env[name.toLowerCase()] ?? []);
  return folders.flatMap((folder) => WINDOWS.map((parts) => join(folder, ...parts)));
}
