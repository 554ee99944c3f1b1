/** What runs in a thread of its own: it reads parts of a file, one after the other, as long as it is asked for any. */
import { parentPort, workerData } from "node:worker_threads";
import { createFastestCore } from "../fastest-core.ts";
import type { PartAnswer, PartSetup, PartTask } from "./messages.ts";
import { createPartScanner } from "./part-scanner.ts";

const scan = createPartScanner(workerData as PartSetup, createFastestCore);
let last: Promise<void> = Promise.resolve();
parentPort?.on("message", (task: PartTask) => {
  // What fails here ends the thread, and is told where the answer is waited for.
  last = last.then(async () => {
    const answer = await scan(task);
    parentPort?.postMessage(answer, buffersOf(answer));
  });
});
parentPort?.postMessage("begun");

/** Memory that is handed over, and not copied. */
function buffersOf({ cells, hashes }: PartAnswer): ArrayBuffer[] {
  const numbers = [...cells, ...hashes.flatMap(({ halves, telling, groups }) => [halves, telling, groups])];
  return numbers.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
