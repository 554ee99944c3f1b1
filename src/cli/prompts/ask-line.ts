import { createInterface } from "node:readline";
import type { Desk } from "../desk.ts";

/**
 * A line of text, asked for again until nothing is wrong with it; null: Ctrl-C, or a closed terminal.
 * @param complaint what is wrong with a line, in a sentence; null: nothing
 */
export async function askLine(
  desk: Pick<Desk, "input" | "output">,
  question: string,
  complaint: (line: string) => string | null,
): Promise<string | null> {
  for (;;) {
    const line = await oneLine(desk, question);
    const wrong = line === null ? null : complaint(line);
    if (wrong === null) return line;
    desk.output.write(`${wrong}\n`);
  }
}

function oneLine({ input, output }: Pick<Desk, "input" | "output">, question: string): Promise<string | null> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, output });
    lines.once("SIGINT", () => lines.close());
    // A terminal that is gone has said no.
    lines.on("error", () => lines.close());
    lines.once("close", () => resolve(null));
    lines.question(`${question} `, (text) => {
      resolve(text.trim());
      lines.close();
    });
  });
}
