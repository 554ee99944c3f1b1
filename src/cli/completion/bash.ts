import { type CommandWords, FRAMEWORK_IDS, placed, type Value } from "./words.ts";

/** Bash splits words at `=` and `:`, so `--by=x` and `json:file` arrive in pieces. Written for bash 3.2 and later. */
export function bashScript(program: CommandWords, formats: readonly string[]): string {
  return `# Completion of trust-audit for bash. To use it now: source <(trust-audit completion bash)

_trust_audit_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}

_trust_audit_files() {
  local word
  compopt -o filenames 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
}

_trust_audit() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" path=${quoted(program.name)} at=0 option="" joined="" word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ $word == "=" ]]; then continue; fi
    if [[ $word == ":" ]]; then joined=yes; continue; fi
    if [[ -n $joined ]]; then joined=""; continue; fi
    if [[ -n $option ]]; then option=""; continue; fi
    case "$path $word" in
${rows(subcommands(program), 'path="$path $word"; at=0')}
${rows(valueOptions(program), 'option="$path $word"')}
      *" "-?*) ;;
      *) at=$((at + 1)) ;;
    esac
  done
  if [[ $cur == ":" ]]; then joined=yes; fi
  if [[ $cur == "=" || $cur == ":" ]]; then cur=""; fi
  if [[ -n $joined ]]; then _trust_audit_files; return; fi
  if [[ -n $option ]]; then
    case "$option" in
${values(program, formats)}
    esac
    return
  fi
  if [[ $cur == -* ]]; then
    case "$path" in
${optionNames(program)}
    esac
    return
  fi
  case "$path $at" in
${positions(program, formats)}
  esac
}

complete -F _trust_audit ${program.name}
`;
}

function subcommands(program: CommandWords): readonly string[] {
  return placed(program)
    .slice(1)
    .map(({ path }) => quoted(path));
}

function valueOptions(program: CommandWords): readonly string[] {
  return options(program).flatMap(({ pattern, value }) => (value === null ? [] : pattern));
}

/** What completes the value of each option, options alike on one line. */
function values(program: CommandWords, formats: readonly string[]): string {
  const alike = new Map<string, string[]>();
  for (const { pattern, value } of options(program)) {
    if (value === null || value === "anything") continue;
    const action = completes(value, formats);
    alike.set(action, [...(alike.get(action) ?? []), pattern]);
  }
  return [...alike].map(([action, patterns]) => rows(patterns, action)).join("\n");
}

function options(program: CommandWords) {
  return placed(program).flatMap(({ path, command }) =>
    command.options.flatMap(({ names, value }) => names.map((name) => ({ pattern: quoted(`${path} ${name}`), value }))),
  );
}

function optionNames(program: CommandWords): string {
  return placed(program)
    .map(({ path, command }) =>
      rows([quoted(path)], `_trust_audit_words ${quoted(command.options.flatMap(({ names }) => names).join(" "))}`),
    )
    .join("\n");
}

/** What completes a word that belongs to no option: a sub-command, or an argument by its position. */
function positions(program: CommandWords, formats: readonly string[]): string {
  return placed(program)
    .flatMap(({ path, command }) => {
      const names = command.commands.map(({ name }) => name);
      if (names.length > 0) return [rows([quoted(`${path} 0`)], completes(names, formats))];
      return command.arguments.flatMap(({ value, repeats }, at) => {
        if (value === "anything") return [];
        return [rows([repeats ? `${quoted(`${path} `)}*` : quoted(`${path} ${at}`)], completes(value, formats))];
      });
    })
    .join("\n");
}

function completes(value: Exclude<Value, "anything">, formats: readonly string[]): string {
  if (value === "file") return "_trust_audit_files";
  if (value === "framework") return `_trust_audit_words "$(${FRAMEWORK_IDS})"; _trust_audit_files`;
  return `_trust_audit_words ${quoted((value === "output" ? formats : value).join(" "))}`;
}

function rows(patterns: readonly string[], action: string): string {
  return patterns.length === 0 ? "" : `      ${patterns.join(" | ")}) ${action} ;;`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
