import { createInterface } from "node:readline";
import type { Desk } from "../desk.ts";

/** A question that only `y` or `yes` agrees to; Enter, anything else, Ctrl-C and a closed terminal say no. */
export function agrees({ input, output }: Pick<Desk, "input" | "output">, question: string): Promise<boolean> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, output });
    const answer = (yes: boolean) => {
      resolve(yes);
      lines.close();
    };
    lines.once("SIGINT", () => answer(false));
    lines.once("close", () => answer(false));
    lines.question(question, (text) => answer(/^y(es)?$/i.test(text.trim())));
  });
}
