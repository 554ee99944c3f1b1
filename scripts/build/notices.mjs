import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { inRoot } from "./paths.mjs";

const PERMISSIVE = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BSL-1.0",
  "BlueOak-1.0.0",
  "Unlicense",
]);
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const HEADING = `Third-party notices

trust-audit is distributed with the packages below bundled into it. Each keeps its own licence.
`;

/** What was rewritten from elsewhere and is no package (kernel/draws/log.ts). */
const FDLIBM = `fdlibm 5.3, e_log.c

Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.

Developed at SunSoft, a Sun Microsystems, Inc. business.
Permission to use, copy, modify, and distribute this
software is freely granted, provided that this notice
is preserved.
`;

/**
 * Text of the notices file: name, version and licence of every bundled package, and each licence text once.
 * Throws when a package states no licence, or one that is not permissive.
 * @param {readonly import("esbuild").Metafile[]} metafiles
 * @returns {Promise<string>}
 */
export async function thirdPartyNotices(metafiles) {
  const folders = new Set(metafiles.flatMap(bundledFiles).map(packageFolder));
  folders.delete(null);
  const packages = await Promise.all([...folders].sort().map(describePackage));
  const texts = [...new Set(packages.map((p) => p.text))];
  const sections = texts.map((text) => `${titlesUnder(packages, text)}\n\n${text}\n`);
  return [HEADING, ...sections, FDLIBM].join(`\n${"-".repeat(78)}\n\n`);
}

/** @param {import("esbuild").Metafile} metafile @returns {string[]} files of which at least a byte was bundled */
function bundledFiles(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
}

/** @param {string} file @returns {string | null} the innermost package folder a file belongs to */
function packageFolder(file) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? null;
}

/** @param {string} folder @returns {Promise<{ title: string, text: string }>} */
async function describePackage(folder) {
  const about = JSON.parse(await readFile(inRoot(folder, "package.json"), "utf8"));
  if (!isPermissive(about.license)) {
    throw new Error(
      `${about.name} ${about.version}: licence "${about.license}" is not on the list of permissive licences.`,
    );
  }
  const texts = await licenceTexts(inRoot(folder));
  const text = texts.length > 0 ? texts.join("\n\n") : "(The package comes without a licence text.)";
  return { title: `${about.name} ${about.version} (${about.license})`, text };
}

/** @param {{ title: string, text: string }[]} packages @param {string} text @returns {string} */
function titlesUnder(packages, text) {
  const own = packages.filter((p) => p.text === text);
  return own.map((p) => p.title).join("\n");
}

/** @param {unknown} licence an SPDX expression @returns {boolean} */
function isPermissive(licence) {
  if (typeof licence !== "string") return false;
  const names = licence.replace(/[()]/g, "").split(/\s+(?:AND|OR)\s+/);
  return names.every((name) => PERMISSIVE.has(name));
}

/** @param {string} folder @returns {Promise<string[]>} */
async function licenceTexts(folder) {
  const names = (await readdir(folder)).filter((name) => LICENCE_FILE.test(name)).sort();
  return Promise.all(names.map(async (name) => (await readFile(path.join(folder, name), "utf8")).trim()));
}
