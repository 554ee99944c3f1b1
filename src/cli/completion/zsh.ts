import { type ArgumentWords, type CommandWords, FRAMEWORK_IDS, type OptionWords, placed, type Value } from "./words.ts";

/** One function a command, each handing on to those below it by `_arguments`. */
export function zshScript(program: CommandWords, formats: readonly string[]): string {
  return `#compdef ${program.name}
# Completion of trust-audit for zsh. To use it now: source <(trust-audit completion zsh)

_trust_audit__frameworks() {
  local -a ids
  ids=(\${(f)"$(${FRAMEWORK_IDS})"})
  compadd "$@" -a ids
  _files
}

_trust_audit__outputs() {
  if compset -P '*:'; then
    _files
  else
    compadd "$@" -- ${formats.join(" ")}
  fi
}

${placed(program)
  .map(({ path, command }) => commandFunction(path, command))
  .join("\n")}
if [[ \${funcstack[1]:-} == _${program.name} ]]; then
  ${functionName(program.name)} "$@"
else
  compdef ${functionName(program.name)} ${program.name}
fi
`;
}

function commandFunction(path: string, command: CommandWords): string {
  const specs = command.options.map(optionSpec);
  if (command.commands.length === 0) return leaf(path, [...specs, ...command.arguments.map(argumentSpec)]);
  return `${functionName(path)}() {
  local curcontext="$curcontext" context state state_descr line
  typeset -A opt_args
  _arguments -C \\
    ${[...specs, quoted("1: :->command"), quoted("*:: :->rest")].join(" \\\n    ")}
  case $state in
    command)
      local -a commands
      commands=(
${command.commands.map(({ name, about }) => `        ${quoted(`${name}:${escaped(about)}`)}`).join("\n")}
      )
      _describe command commands
      ;;
    rest)
      case $line[1] in
${command.commands.map(({ name }) => `        ${name}) ${functionName(`${path} ${name}`)} ;;`).join("\n")}
      esac
      ;;
  esac
}
`;
}

function leaf(path: string, specs: readonly string[]): string {
  return `${functionName(path)}() {
  _arguments \\
    ${specs.join(" \\\n    ")}
}
`;
}

/**
 * `'(-f --framework)'{-f+,--framework=}'[about]:value:action'`; a repeatable one has `*` in place of the list it excludes.
 * `+` and `=` allow the value in the same word as well as in the next.
 */
function optionSpec({ names, about, value, repeatable }: OptionWords): string {
  const before = repeatable ? "*" : names.length > 1 ? `(${names.join(" ")})` : "";
  const joined = names.map((name) => (value === null ? name : `${name}${name.startsWith("--") ? "=" : "+"}`)).join(",");
  const spelt = names.length > 1 ? `{${joined}}` : joined;
  const after = `[${escaped(about)}]${value === null ? "" : `:value:${action(value)}`}`;
  return `${before === "" ? "" : quoted(before)}${spelt}${quoted(after)}`;
}

function argumentSpec({ value, repeats }: ArgumentWords, position: number): string {
  return quoted(`${repeats ? "*" : position + 1}:argument:${action(value)}`);
}

function action(value: Value): string {
  switch (value) {
    case "file":
      return "_files";
    case "framework":
      return "_trust_audit__frameworks";
    case "output":
      return "_trust_audit__outputs";
    case "anything":
      return " ";
    default:
      return `(${value.join(" ")})`;
  }
}

function functionName(path: string): string {
  return `_${path.replaceAll(/[^a-z0-9]+/g, "_")}`;
}

/** Brackets and colons have a meaning in the specifications of `_arguments` and `_describe`. */
function escaped(text: string): string {
  return text.replaceAll(/[\\[\]:]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
