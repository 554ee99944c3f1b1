import { Argument, Command, type Option } from "commander";
import type { ArgumentWords, CommandWords, OptionWords, Value } from "../cli/completion/words.ts";
import { type CommandContext, collect, examples } from "../cli/context.ts";

/** `completion SHELL`: a script generated from the command tree, so that it never lags behind. */
export function completionCommand({ host }: CommandContext, program: () => Command): Command {
  return new Command("completion")
    .description("Print a script that completes commands, options, frameworks and files in your shell.")
    .addArgument(new Argument("<shell>", "your shell").choices(["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      examples([
        ["source <(trust-audit completion bash)", "for this shell; keep it in ~/.bashrc"],
        ["source <(trust-audit completion zsh)", "in ~/.zshrc, after compinit"],
        ["trust-audit completion fish | source", "in ~/.config/fish/config.fish"],
      ]),
    )
    .action(async (shell: "bash" | "zsh" | "fish") => {
      const [{ completionScript }, { write }] = await Promise.all([
        import("../cli/completion.ts"),
        import("../cli/output.ts"),
      ]);
      await write(host.stdout, completionScript(shell, commandWords(program())));
    });
}

/** What a shell needs to know of a command and everything under it. Hidden commands and options stay hidden. */
export function commandWords(command: Command, inherited: readonly OptionWords[] = []): CommandWords {
  const help = command.createHelp();
  const options = [...help.visibleOptions(command).map(optionWords), ...inherited];
  // Every command has its own help, and --version speaks for the program alone.
  const passedOn = options.filter(({ names }) => !names.includes("--help") && !names.includes("--version"));
  const commands = help.visibleCommands(command);
  const siblings = commands.map((child) => child.name()).filter((name) => name !== "help");
  return {
    name: command.name(),
    about: command.description().split("\n")[0] ?? "",
    options,
    arguments: command.registeredArguments.map(argumentWords),
    commands: commands.map((child) => {
      const words = commandWords(child, passedOn);
      return child.name() === "help" ? { ...words, arguments: [{ value: siblings, repeats: false }] } : words;
    }),
  };
}

function optionWords(option: Option): OptionWords {
  const placeholder = /<(.+)>|\[(.+)\]$/.exec(option.flags);
  return {
    names: [option.short, option.long].filter((name) => name !== undefined && name !== null),
    about: option.description,
    value: placeholder === null ? null : wanted(placeholder[1] ?? placeholder[2] ?? "", option.argChoices),
    repeatable: option.parseArg === collect,
  };
}

function argumentWords(argument: Argument): ArgumentWords {
  return { value: wanted(argument.name(), argument.argChoices), repeats: argument.variadic };
}

/** The placeholders of the help text say what is wanted: `<file>`, `<id|path>`, `<format[:path]>`. */
function wanted(placeholder: string, choices: readonly string[] | undefined): Value {
  if (choices !== undefined) return choices;
  if (placeholder.startsWith("format")) return "output";
  if (placeholder === "id|path") return "framework";
  return /file|path|audit|folder/.test(placeholder) ? "file" : "anything";
}
