import { bashScript } from "./completion/bash.ts";
import { fishScript } from "./completion/fish.ts";
import type { CommandWords } from "./completion/words.ts";
import { zshScript } from "./completion/zsh.ts";
import { AUDIT_FORMATS } from "./formats.ts";

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** A script that teaches `shell` the command tree, ending with a newline. */
export function completionScript(shell: keyof typeof SCRIPTS, program: CommandWords): string {
  return SCRIPTS[shell](program, AUDIT_FORMATS);
}
