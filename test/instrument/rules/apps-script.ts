import vm from "node:vm";
import type { AskedQuestion } from "../asked.ts";

/**
 * Google's reference, https://developers.google.com/apps-script/reference/forms: "Class FormApp" (form-app), "Class Form"
 * (form), "Class GridItem" (grid-item), "Class ListItem" (list-item), "Class MultipleChoiceItem" (multiple-choice-item),
 * "Class ScaleItem" (scale-item), "Class TextItem" (text-item). Method → kinds of its arguments; every one gives its item.
 */
const APPS_SCRIPT = {
  form: {
    setAllowResponseEdits: ["boolean"],
    setCollectEmail: ["boolean"],
    setConfirmationMessage: ["string"],
    setDescription: ["string"],
    setLimitOneResponsePerUser: ["boolean"],
    setProgressBar: ["boolean"],
    setPublishingSummary: ["boolean"],
    setShuffleQuestions: ["boolean"],
    setTitle: ["string"],
  },
  texts: ["getEditUrl", "getPublishedUrl"],
  items: {
    addGridItem: { setRows: ["strings"], setColumns: ["strings"] },
    addListItem: { setChoiceValues: ["strings"] },
    addMultipleChoiceItem: { setChoiceValues: ["strings"] },
    addScaleItem: { setBounds: ["integer", "integer"], setLabels: ["string", "string"] },
    addTextItem: {},
  },
  everyItem: { setTitle: ["string"], setHelpText: ["string"], setRequired: ["boolean"] },
  /** scale-item, setBounds: the lower bound is 0 or 1, the upper one 3 to 10. */
  bounds: { lower: [0, 1], upper: [3, 10] },
} as const;

type Kind = "boolean" | "string" | "strings" | "integer";
type Methods = Readonly<Record<string, readonly Kind[]>>;
interface MadeItem {
  readonly kind: string;
  readonly set: Record<string, readonly unknown[]>;
}

/** Runs the script against a form that knows these methods and no others, as strictly as the reference; gives its questions. */
export function runAppsScript(script: string): readonly AskedQuestion[] {
  const items: MadeItem[] = [];
  const form = strict("Form", {
    ...checkedMethods("Form", APPS_SCRIPT.form, {}),
    ...Object.fromEntries(APPS_SCRIPT.texts.map((name) => [name, () => "https://forms.example/"])),
    ...Object.fromEntries(
      Object.entries(APPS_SCRIPT.items).map(([name, own]) => [name, () => addItem(items, name, own)]),
    ),
  });
  const FormApp = strict("FormApp", {
    create: (...given: unknown[]) => {
      checkArguments("create", ["string"], given);
      return form;
    },
  });
  const Logger = strict("Logger", { log: () => undefined });
  vm.runInNewContext(`${script}\nmakeForm();`, { FormApp, Logger }, { timeout: 2_000 });
  return items.flatMap(askedIn);
}

function addItem(items: MadeItem[], kind: string, own: Methods): object {
  const item: MadeItem = { kind, set: {} };
  items.push(item);
  return strict(kind, checkedMethods(kind, { ...APPS_SCRIPT.everyItem, ...own }, item.set));
}

/** Each checks its arguments, keeps them, and gives the object it stands in. */
function checkedMethods(
  of: string,
  methods: Methods,
  kept: Record<string, readonly unknown[]>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, kinds]) => [
      name,
      function (this: object, ...given: unknown[]) {
        checkArguments(`${of}.${name}`, kinds, given);
        kept[name] = given;
        return this;
      },
    ]),
  );
}

function checkArguments(name: string, kinds: readonly Kind[], given: readonly unknown[]): void {
  if (given.length !== kinds.length) throw new TypeError(`${name}: ${given.length} arguments`);
  for (const [at, kind] of kinds.entries())
    if (!isA(kind, given[at])) throw new TypeError(`${name}: argument ${at + 1}`);
  const [first, second] = given;
  if (name.endsWith("setBounds")) {
    const { lower, upper } = APPS_SCRIPT.bounds;
    const fits =
      (lower as readonly unknown[]).includes(first) && Number(second) >= upper[0] && Number(second) <= upper[1];
    if (!fits) throw new RangeError(`${name}: ${String(first)} to ${String(second)}`);
  }
  if (kinds[0] !== "strings") return;
  const texts = [...(first as readonly string[])].map((text) => text.trim());
  if (texts.length === 0 || texts.includes("")) throw new RangeError(`${name}: empty`);
  if (new Set(texts).size !== texts.length) throw new RangeError(`${name}: a duplicate`);
}

function isA(kind: Kind, value: unknown): boolean {
  if (kind === "strings") return Array.isArray(value) && value.every((one) => typeof one === "string");
  return kind === "integer" ? Number.isInteger(value) : typeof value === kind;
}

/** An object on which everything unknown is an error, as in Apps Script. */
function strict(name: string, known: Record<string, unknown>): object {
  return new Proxy(known, {
    get(target, key) {
      if (typeof key === "string" && !(key in target)) throw new TypeError(`${name}.${key} is not a function`);
      return Reflect.get(target, key);
    },
  });
}

/** Columns as the form's download names them: `Title [Row]` for a grid, else the title. */
function askedIn({ kind, set }: MadeItem): readonly AskedQuestion[] {
  const title = String(set["setTitle"]?.[0]);
  const listed = (method: string): readonly string[] => [...((set[method]?.[0] ?? []) as readonly string[])];
  const options = (method: string) => listed(method).map((text) => ({ code: text, text }));
  if (kind === "addGridItem")
    return listed("setRows").map((row) => ({
      header: `${title} [${row}]`,
      wording: row,
      choices: options("setColumns"),
    }));
  if (kind === "addTextItem") return [{ header: title, wording: title, choices: null }];
  if (kind !== "addScaleItem") return [{ header: title, wording: title, choices: options("setChoiceValues") }];
  const [lower, upper] = (set["setBounds"] ?? []) as readonly number[];
  const count = (upper ?? 0) - (lower ?? 0) + 1;
  const codes = Array.from({ length: count }, (_, at) => String((lower ?? 0) + at));
  return [{ header: title, wording: title, choices: codes.map((code) => ({ code, text: code })) }];
}
