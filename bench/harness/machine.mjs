import { cpus, totalmem } from "node:os";

/** On what was measured, and which version of each. @param {readonly import("./peers.mjs").Peer[]} peers @returns {readonly string[]} */
export function machineOf(peers) {
  const processors = cpus();
  const [{ model }] = processors;
  return [
    `${processors.length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform} ${process.arch}`,
    `Node ${process.version}`,
    ...(peers.length === 0 ? [] : [`Beside it: ${peers.map(({ name, version }) => `${name} ${version}`).join(", ")}`]),
  ];
}
