import { hasControls } from "../../interview/typed.ts";
import type {
  Answer,
  ContextAnswer,
  Entry,
  InterviewSetup,
  LineOf,
  Seating,
  SegmentQuestion,
} from "../../interview/types.ts";

/** A journal may have been written by another version: nothing is taken for what it is called before its shape is looked at. */
type Check = (value: unknown) => boolean;
/** A check for each field of T, so that a field added to the type is missing here and does not compile. */
type Shape<T> = { readonly [Field in keyof T]-?: Check };
/** A shape for each kind of a union. */
type Kinds<T extends { readonly kind: string }> = {
  readonly [K in T["kind"]]: Shape<Omit<Extract<T, { readonly kind: K }>, "kind">>;
};

const text: Check = (value) => typeof value === "string";
/** Shown on screens and in commands as it is: nothing in it may steer a terminal. */
const name: Check = (value) => typeof value === "string" && value !== "" && !hasControls(value);
const whole: Check = (value) => Number.isSafeInteger(value);
const counting: Check = (value) => whole(value) && Number(value) > 0;
const people: Check = (value) => whole(value) && Number(value) >= 0;
const figure: Check = (value) => typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);

/** For a field that older journals do not have. */
function orMissing(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function among<T extends string>(words: readonly T[]): Check {
  return (value) => words.some((word) => word === value);
}

/** Exactly these fields, no more. */
function fields<T>(shape: Shape<T>): Check {
  const checks = Object.entries<Check>(shape);
  return (value) =>
    isRecord(value) &&
    Object.keys(value).every((field) => Object.hasOwn(shape, field)) &&
    checks.every(([field, check]) => check(Object.hasOwn(value, field) ? value[field] : undefined));
}

function oneOf<T extends { readonly kind: string }>(kinds: Kinds<T>): Check {
  const checks = new Map(
    Object.entries<Shape<unknown>>(kinds).map(([kind, shape]) => [
      kind,
      fields<{ kind: string }>({ ...shape, kind: text }),
    ]),
  );
  return (value) => isRecord(value) && (checks.get(String(value["kind"]))?.(value) ?? false);
}

const ANSWER = oneOf<Answer>({
  code: { code: whole },
  figure: { text: figure },
  choice: { text },
  notApplicable: {},
  dontKnow: {},
  skipped: {},
});

const ENTRY = oneOf<Entry>({
  seat: { seat: counting },
  answer: { seat: counting, question: name, answer: ANSWER },
  comment: { seat: counting, question: name, text },
  hands: { seat: counting, question: name, counts: orNull(listOf(people)) },
  draft: {
    seat: orNull(counting),
    question: orNull(name),
    line: among<LineOf>(["answer", "comment", "hands", "sheet"]),
    text,
  },
  finish: { seat: counting },
  withdraw: { seat: counting },
  places: { count: counting },
  close: {},
});

const SETUP = fields<InterviewSetup>({
  framework: fields<InterviewSetup["framework"]>({ ref: name, id: name, version: name, hash: text }),
  audience: name,
  form: orNull(name),
  seating: oneOf<Seating>({ one: {}, participants: { count: counting }, sheets: {}, consensus: {} }),
  shuffle: orNull(whole),
  segments: listOf(fields<SegmentQuestion>({ name, options: listOf(name) })),
  questions: orMissing(name),
  profiles: orMissing(listOf(name)),
  context: orMissing(listOf(fields<ContextAnswer>({ question: name, option: name }))),
});

export function isEntry(value: unknown): value is Entry {
  return ENTRY(value);
}

export function isSetup(value: unknown): value is InterviewSetup {
  return SETUP(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
