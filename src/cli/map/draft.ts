import { mayBeItem } from "../../engines/inspection/columns.ts";
import type { InspectedColumn, InspectedFile, Inspection } from "../../engines/inspection/types.ts";
import type { Framework } from "../../framework/types.ts";
import { missingIn } from "../../response/asked/form.ts";
import type { DraftColumn, MappingDraft } from "../../response/mapping/draft.ts";
import { headerKey, headerKeys } from "../../response/mapping/header-key.ts";
import type { MappedColumn, MappedUse } from "../../response/mapping/types.ts";
import { draftAnswers } from "./answers.ts";
import { knownAnswers, likeliestScale, scalesOf } from "./column-answers.ts";
import { createRivals, type Rivals } from "./rivals.ts";
import { vocabulariesFor } from "./vocabularies.ts";
import { wordingFor } from "./wording.ts";

/** What is known of a file as a mapping, and what somebody still has to decide. acceptGuesses: close texts are no doubt. */
export function draftOf(
  inspection: Inspection,
  framework: Framework,
  { acceptGuesses }: { readonly acceptGuesses: boolean },
): MappingDraft {
  const [file] = inspection.files;
  if (file === undefined) throw new Error("no file was inspected");
  const rivals = createRivals(framework, file, inspection.audience);
  const drafted = draftColumns(file, rivals, acceptGuesses);
  const { head } = file;
  const missing = missingItems(framework, inspection, drafted);
  const columns = withLikelyItems(drafted, { framework, file, missing });
  return {
    file: head.file,
    framework: { id: framework.id, version: framework.version, title: framework.title },
    ...{ dialect: head.dialect, reason: head.reason, sheet: head.sheet },
    audience: inspection.audience,
    form: inspection.form,
    columns,
    answers: draftAnswers(framework, vocabulariesFor(inspection, { framework, file, columns, missing })),
    missing,
  };
}

/** Items that must have a column, and for which nothing is even guessed. */
export function missingItems(
  framework: Framework,
  { form, audience }: Pick<MappingDraft, "form" | "audience">,
  columns: readonly DraftColumn[],
): MappingDraft["missing"] {
  const asked = framework.forms.find(({ id }) => id === form)?.items ?? framework.items.map(({ id }) => id);
  const held = new Set(columns.flatMap(({ column }) => column.item ?? []));
  const missing = new Set(missingIn(framework, asked, held));
  return framework.items
    .filter(({ id }) => missing.has(id))
    .map((item) => ({ id: item.id, text: wordingFor(item, audience) }));
}

function draftColumns(file: InspectedFile, rivals: Rivals, acceptGuesses: boolean): readonly DraftColumn[] {
  const keys = headerKeys(file.head.headers);
  return file.columns.flatMap((column, at): readonly DraftColumn[] => {
    if (column.header === "" || column.takenFor === "personal") return [];
    const first = headerKey(column.header, 1);
    const occurrence = keys.slice(0, at + 1).filter((key) => key.slice(key.indexOf(" ")) === first.slice(1)).length;
    const open = rivals(column, acceptGuesses);
    const item = open === null ? column.item : (open[0] ?? null);
    const use = open !== null && item !== null ? "item" : useOf(column);
    const mapped: MappedColumn = {
      header: column.header,
      occurrence,
      use,
      item: use === "item" ? item : null,
      question: use === "item" ? (file.head.wordings[at]?.[0] ?? null) : null,
      name: null,
    };
    return [{ column: mapped, position: column.position, note: noteOf(column, open), open }];
  });
}

/** Says of columns that nothing is known of whose answers they hold, where items are still looked for. */
function withLikelyItems(
  columns: readonly DraftColumn[],
  known: {
    readonly framework: Framework;
    readonly file: InspectedFile;
    readonly missing: readonly { readonly id: string }[];
  },
): readonly DraftColumn[] {
  const { framework, file, missing } = known;
  const scales = scalesOf(framework, missing);
  return columns.map((one) => {
    const inspected = file.columns[one.position - 1];
    if (inspected === undefined || one.open !== null || one.column.use !== "ignore" || !mayBeItem(inspected))
      return one;
    const scale = likeliestScale(scales, file, inspected);
    if (scale === null) return one;
    const answers = knownAnswers(scale, file, inspected);
    return { ...one, note: `answers of the scale ${scale.id}${answers}; an item? then \`use: item\` and \`item:\`` };
  });
}

const USES: Readonly<Record<InspectedColumn["takenFor"], MappedUse>> = {
  item: "item",
  segment: "segment",
  weight: "ignore",
  id: "id",
  time: "time",
  personal: "ignore",
  audience: "survey",
  assessment: "survey",
  hands: "survey",
  note: "survey",
  ignored: "ignore",
};

function useOf({ takenFor }: InspectedColumn): MappedUse {
  return USES[takenFor];
}

/** More values than this are no grouping. */
const FEW = 30;

function noteOf({ takenFor, how, values, similarity }: InspectedColumn, open: readonly string[] | null): string | null {
  if (open !== null) {
    const alike = similarity === null ? "" : `${Math.floor(similarity * 100)} % alike; `;
    return `${alike}${open.length === 0 ? "No item is near." : `Nearest: ${open.slice(0, 3).join(", ")}.`}`;
  }
  if (
    takenFor === "ignored" &&
    mayBeItem({ takenFor, how }) &&
    values !== null &&
    !values.more &&
    values.different > 1 &&
    values.different <= FEW
  )
    return `${values.different} different values; with \`use: segment\` it is a grouping for --by`;
  return takenFor === "item" ? how : null;
}
