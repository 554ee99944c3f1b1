/** Preloaded into a measured process: leaves its peak memory, in kilobytes, in the file that MEMORY_FILE names. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STATUS = "/proc/self/status";

process.on("exit", () => {
  const told = existsSync(STATUS) ? /^VmHWM:\s+(\d+)/m.exec(readFileSync(STATUS, "utf8"))?.[1] : undefined;
  writeFileSync(process.env.MEMORY_FILE ?? "", told ?? String(process.resourceUsage().maxRSS));
});
