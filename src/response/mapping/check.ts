import type { Path } from "../../framework/complaint.ts";
import type { Framework } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { lackingFigures, missingIn } from "../asked/form.ts";
import { blockOf } from "./apply-answers.ts";
import type { MappedAnswers, Mapping } from "./types.ts";

/** Whether a mapping is for this framework: what it names is there. All problems at once, none when it is. */
export function checkMapping(framework: Framework, mapping: Mapping): readonly Problem[] {
  const other = otherFramework(framework, mapping);
  return other.length > 0
    ? other
    : [
        ...named(mapping, "audience", framework.audiences),
        ...named(mapping, "form", framework.forms),
        ...unknownItems(framework, mapping),
        ...mapping.answers.flatMap((block, at) => faultsOfBlock(framework, mapping, { block, at })),
      ];
}

/** What a mapping leaves open of the items asked: which column, and which answers. */
export function checkItems(framework: Framework, asked: readonly string[], mapping: Mapping): readonly Problem[] {
  const held = new Set(mapping.columns.flatMap(({ item }) => item ?? []));
  const scales = new Map(framework.items.map(({ id, scale }) => [id, scale]));
  const missing = missingIn(framework, asked, held);
  const lacking = new Set(lackingFigures(framework, missing, held));
  const nowhere = missing.filter((id) => !lacking.has(id));
  const unread = asked.filter(
    (id) => held.has(id) && blockOf(mapping, { id, scale: scales.get(id) ?? "" }) === undefined,
  );
  return [
    ...(nowhere.length === 0
      ? []
      : [
          problem(mapping, ["columns"], {
            code: "MP008",
            message: `The mapping has no column for ${listed(nowhere)}.`,
            help: "Add the columns that hold the answers, with `use: item` and `item:`.",
          }),
        ]),
    ...(unread.length === 0
      ? []
      : [
          problem(mapping, ["answers"], {
            code: "MP007",
            message: `The mapping does not say what the answers mean for ${listed(unread)}.`,
            help: "Add a block under `answers:` with their scale, `items:` and `codes:`.",
          }),
        ]),
  ];
}

function listed(items: readonly string[]): string {
  const more = items.length > 5 ? ` and ${items.length - 5} more` : "";
  return `${items.length === 1 ? "item" : "items"} ${items.slice(0, 5).join(", ")}${more}`;
}

function otherFramework({ id, version }: Framework, mapping: Mapping): readonly Problem[] {
  const made = mapping.framework;
  if (made.id !== id)
    return [
      problem(mapping, ["framework"], {
        code: "MP001",
        message: `The mapping is for the framework ${quote(made.id)}, and ${quote(id)} was asked for.`,
        help: `Use -f ${made.id}, or have a mapping for ${id} written: trust-audit map FILE -f ${id}`,
      }),
    ];
  if (made.version === version) return [];
  return [
    problem(mapping, ["framework_version"], {
      code: "MP002",
      message: `The mapping is for version ${made.version} of ${id}, and this is version ${version}.`,
      help: `Have it written again with trust-audit map, compare the two files, and keep the new one; where only the number differs, write \`framework_version: "${version}"\`.`,
    }),
  ];
}

function named(
  mapping: Mapping,
  what: "audience" | "form",
  known: readonly { readonly id: string }[],
): readonly Problem[] {
  const id = mapping[what];
  if (id === null || known.some((one) => one.id === id)) return [];
  const ids = known.map((one) => one.id);
  return [
    problem(mapping, [what], {
      code: "MP003",
      message: `The framework has no ${what} ${quote(id)}.`,
      help: ids.length === 0 ? `Remove \`${what}:\`.` : `Choose one of ${ids.join(", ")}.`,
      suggestion: suggest(id, ids),
    }),
  ];
}

function unknownItems(framework: Framework, mapping: Mapping): readonly Problem[] {
  const columns = mapping.columns.map(({ item }, at) => ({ item, path: ["columns", at, "item"] }));
  const blocks = mapping.answers.flatMap(({ items }, at) =>
    (items ?? []).map((item, place) => ({ item, path: ["answers", at, "items", place] })),
  );
  const ids = framework.items.map(({ id }) => id);
  return [...columns, ...blocks].flatMap(({ item, path }) =>
    item === null || ids.includes(item)
      ? []
      : problem(mapping, path, {
          code: "MP004",
          message: `The framework has no item ${quote(item)}.`,
          help: "Write the id of an item.",
          suggestion: suggest(item, ids),
        }),
  );
}

function faultsOfBlock(
  framework: Framework,
  mapping: Mapping,
  { block, at }: { readonly block: MappedAnswers; readonly at: number },
): readonly Problem[] {
  const scale = framework.scales.get(block.scale);
  const ids = [...framework.scales.keys()];
  if (scale === undefined)
    return [
      problem(mapping, ["answers", at, "scale"], {
        code: "MP005",
        message: `The framework has no scale ${quote(block.scale)}.`,
        help: `Its scales: ${ids.join(", ")}.`,
        suggestion: suggest(block.scale, ids),
      }),
    ];
  const codes = scale.kind === "figure" ? [] : scale.points.map(({ code }) => code);
  return [
    ...otherScale(framework, mapping, { block, at }),
    ...[...block.codes].flatMap(([text, code]) =>
      typeof code !== "number" || codes.includes(code)
        ? []
        : problem(mapping, ["answers", at, "codes", text], {
            code: "MP006",
            message: `${code} is no code of the scale ${block.scale}.`,
            help:
              codes.length === 0
                ? "Figures are read as they are; only words are listed: not-applicable, dont-know, unanswered."
                : `Its codes: ${codes.join(", ")}.`,
          }),
    ),
  ];
}

function otherScale(
  framework: Framework,
  mapping: Mapping,
  { block, at }: { readonly block: MappedAnswers; readonly at: number },
): readonly Problem[] {
  return (block.items ?? []).flatMap((id, place) => {
    const item = framework.items.find((one) => one.id === id);
    return item === undefined || item.scale === block.scale
      ? []
      : problem(mapping, ["answers", at, "items", place], {
          code: "MP005",
          message: `Item ${id} is answered on the scale ${item.scale}, not on ${block.scale}.`,
          help: "Move it to a block of its own scale.",
        });
  });
}

function problem(
  mapping: Mapping,
  path: Path,
  words: {
    readonly code: string;
    readonly message: string;
    readonly help: string;
    readonly suggestion?: string | undefined;
  },
): Problem {
  const { suggestion, ...rest } = words;
  return {
    ...rest,
    severity: "error",
    ...(suggestion === undefined ? {} : { suggestion }),
    place: mapping.placeOf(path),
  };
}
