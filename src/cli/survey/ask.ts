import { createInterface } from "node:readline";
import type { Desk } from "../desk.ts";

/** A question that Enter, `y` and `yes` agree to; anything else, Ctrl-C and a closed terminal say no. */
export function agrees({ input, output }: Pick<Desk, "input" | "output">, question: string): Promise<boolean> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, output });
    lines.once("SIGINT", () => lines.close());
    // A terminal that is gone has said no.
    lines.on("error", () => lines.close());
    lines.once("close", () => {
      // What comes next stands apart.
      output.write("\n");
      resolve(false);
    });
    lines.question(question, (text) => {
      resolve(/^(y(es)?)?$/i.test(text.trim()));
      lines.close();
    });
  });
}
