import type { Audit } from "../../audit/types.ts";
import { count, exact } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";

/** How the numbers were made, and what is needed to make them again. */
export function methodSection(audit: Audit): readonly Block[] {
  return [
    { kind: "heading", level: 2, text: "Method" },
    { kind: "facts", rows: audit.method.map(({ topic, text }) => ({ label: topic, text })) },
    { kind: "heading", level: 3, text: "To make this report again" },
    { kind: "facts", rows: pedigree(audit) },
    ...sourceBlocks(audit),
  ];
}

type Options = Audit["options"];

function pedigree({ framework, source, options, tool }: Audit): readonly Fact[] {
  return [
    { label: "Framework", text: `${framework.id} ${framework.version}` },
    { label: "SHA-256", text: framework.hash },
    { label: "Mapping", text: mappingWords(source) },
    { label: "SHA-256", text: source.mappingHash },
    {
      label: "Options",
      text: [...askedFor(options), ...readingOptions(framework, options), ...flags(options)].join("; "),
    },
    { label: "Made with", text: `${tool.name} ${tool.version}` },
    { label: "Provenance", text: framework.provenance },
  ];
}

function askedFor({ by, where, wave, previous, weight, only, profiles }: Options): readonly string[] {
  return [
    ...(by.length === 0 ? ["not grouped"] : by.map((text) => `by ${text}`)),
    ...(where === null ? [] : [`where ${where}`]),
    ...(wave === null ? [] : [`waves by ${wave}`]),
    ...(previous === null ? [] : [`paired with ${previous}`]),
    ...(weight === null ? [] : [`weighted by ${weight}`]),
    ...(only === null ? [] : [`${only} only`]),
    ...profiles.map((text) => `profile ${text}`),
  ];
}

function readingOptions({ unit }: Audit["framework"], options: Options): readonly string[] {
  return [
    ...(unit === "person" ? [`minimum group ${count(options.minGroup)}`] : []),
    `unknown answers: ${options.onUnknown}`,
    `ragged rows: ${options.onRagged}`,
    `repeated ids: ${options.onDuplicate}`,
    ...(options.include.length === 0 ? [] : [`included: ${options.include.join(", ")}`]),
    ...(options.exclude.length === 0 ? [] : [`excluded: ${options.exclude.join(", ")}`]),
    `guesses ${options.acceptGuesses ? "accepted" : "refused"}`,
    ...(options.effort === null ? [] : [`plan limited to ${exact(options.effort)} effort points`]),
    `seed ${exact(options.seed)}`,
  ];
}

/** What steered the advice, as it is typed. */
function flags({ context, figures, figureEnds }: Options): readonly string[] {
  const ends = figureEnds.map(
    ({ item, worst, best }) =>
      `${item} from ${exact(worst)} (worst) to ${exact(best)} (best) in place of the framework's ends`,
  );
  return [...context.map((text) => `--context ${text}`), ...figures.map((text) => `--figure ${text}`), ...ends];
}

function mappingWords({ mapping }: Audit["source"]): string {
  return mapping === null
    ? "columns and answers as they were read"
    : `columns and answers as in ${mapping.file} (SHA-256 ${mapping.hash})`;
}

function sourceBlocks({ framework }: Audit): readonly Block[] {
  if (framework.sources.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "Sources of the framework" },
    { kind: "list", items: framework.sources, tone: "quiet" },
  ];
}
