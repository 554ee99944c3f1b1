import { type CommandWords, FRAMEWORK_IDS, type OptionWords, placed, type Value } from "./words.ts";

/** Conditions use the helper functions that come with fish 3. */
export function fishScript(program: CommandWords, formats: readonly string[]): string {
  const line = (flags: string, about = "") =>
    `complete -c ${program.name} ${flags}${about === "" ? "" : ` -d ${quoted(about)}`}`;
  const rows = placed(program).flatMap(({ path, command }) => {
    const here = `-n ${quoted(typed(path, command))}`;
    return [
      "",
      `# ${path}`,
      ...command.commands.map(({ name, about }) => line(`${here} -a ${name}`, about)),
      ...command.arguments.flatMap(({ value }) =>
        value === "anything" ? [] : line(`${here} ${follows(value, formats)}`),
      ),
      ...command.options.map((option) => line(`${here} ${optionFlags(option, formats)}`, option.about)),
    ];
  });
  return `# Completion of trust-audit for fish. To use it now: trust-audit completion fish | source

complete -c ${program.name} -f
${rows.join("\n")}
`;
}

/** True in the shell when this command has been typed, and none of its sub-commands. */
function typed(path: string, { commands }: CommandWords): string {
  const above = path.split(" ").slice(1);
  const below = commands.map(({ name }) => name).join(" ");
  const conditions = [
    ...above.map((name) => `__fish_seen_subcommand_from ${name}`),
    ...(below === "" ? [] : [`not __fish_seen_subcommand_from ${below}`]),
  ];
  return conditions.join("; and ");
}

function optionFlags({ names, value }: OptionWords, formats: readonly string[]): string {
  const spelt = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(" ");
  if (value === null) return spelt;
  return `${spelt} ${value === "anything" ? "-x" : `-r ${follows(value, formats)}`}`;
}

function follows(value: Exclude<Value, "anything">, formats: readonly string[]): string {
  if (value === "file") return "-F";
  if (value === "framework") return `-F -a ${quoted(`(${FRAMEWORK_IDS})`)}`;
  if (value === "output") return `-F -a ${quoted(formats.join(" "))}`;
  return `-f -a ${quoted(value.join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
}
