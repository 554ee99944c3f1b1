import { ExitPromptError } from "@inquirer/core";
import select from "@inquirer/select";
import type { Desk } from "../desk.ts";

/** One of several, by arrow keys. An interruption (Ctrl-C, a closed terminal) is an answer too. */
export async function choose<T>(
  desk: Desk,
  message: string,
  choices: readonly { readonly name: string; readonly value: T }[],
): Promise<T | "interrupted"> {
  const options = choices.map(({ name }, at) => ({ name, value: at }));
  try {
    const at = await select({ message, choices: options, pageSize: 12, loop: false }, desk);
    return choices[at]?.value ?? "interrupted";
  } catch (error) {
    if (error instanceof ExitPromptError) return "interrupted";
    throw error;
  }
}
