import { quote } from "../../problems/quote.ts";
import { normaliseAnswer } from "../answer-text.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { FigureDocument, RatingDocument, ScaleDocument, TranslationsDocument } from "../document.ts";
import { measuresAgreement } from "../measures.ts";
import { withPreset } from "../presets.ts";
import { compileScale } from "../scale.ts";
import type { CodedScale } from "../types.ts";
import type { LintContext } from "./context.ts";
import { halfTranslated } from "./translations.ts";

const KINDS = ["preset", "points", "rating", "figure"] as const;

/** FW040 to FW046: every declared scale can be answered and scored. FW058: one of agreement says so. */
export function* soundScales({ document }: LintContext): Iterable<Complaint> {
  for (const [id, scale] of Object.entries(document.scales ?? {})) {
    const path = ["scales", id];
    const kinds = KINDS.filter((kind) => scale[kind] !== undefined);
    if (kinds.length !== 1) {
      yield notOneKind(id, path, kinds);
      continue;
    }
    if (scale.figure !== undefined) yield* soundFigure(scale, scale.figure, path);
    if (scale.rating !== undefined) yield* soundRating(scale.rating, path);
    const compiled = compileScale(id, scale);
    if (compiled?.kind !== "coded") continue;
    yield* soundAnswers(scale, compiled, path);
    yield* saysItsAgreement(compiled, path);
  }
}

function notOneKind(id: string, path: Path, kinds: readonly string[]): Complaint {
  const found = kinds.length === 0 ? "none of them" : kinds.join(" and ");
  return {
    code: "FW040",
    path,
    on: "key",
    message: `The scale ${quote(id)} must have exactly one of ${KINDS.join(", ")}, and it has ${found}.`,
    help: "For figures such as turnover use `figure`, for numbers with two end words `rating`, else `points`.",
  };
}

/** A guess at English words: it tells the author of the word that decides, and decides nothing itself. */
function* saysItsAgreement(scale: CodedScale, path: Path): Iterable<Complaint> {
  const speaksOfIt = scale.points.some(({ label = "" }) => /\b(?:dis)?agree/i.test(label));
  if (measuresAgreement(scale) || !speaksOfIt) return;
  yield {
    code: "FW058",
    severity: "warning",
    path,
    on: "key",
    message: `The answers of the scale ${quote(scale.id)} speak of agreeing, and nothing says that it measures agreement.`,
    help: "Add `measures: agreement`; reverse-keyed questions, importance and the questions of profiles go by it.",
  };
}

function* soundRating({ min, max }: RatingDocument, path: Path): Iterable<Complaint> {
  if (min >= max) yield emptyRating(path);
  if (max - min > 100) yield longRating(path);
}

function emptyRating(path: Path): Complaint {
  const help = "Write the lower number as `min` and the higher as `max`.";
  return {
    code: "FW046",
    path: [...path, "rating", "max"],
    message: "The highest number is not above the lowest.",
    help,
  };
}

function longRating(path: Path): Complaint {
  const help = "Use a rating of at most 101 numbers; what is measured finer is a `figure`.";
  return { code: "FW046", path: [...path, "rating", "max"], message: "A rating has more than 101 numbers.", help };
}

function* soundFigure(scale: ScaleDocument, figure: FigureDocument, path: Path): Iterable<Complaint> {
  for (const key of ["favourable", "favourable_when_lower", "measures"] as const) {
    if (scale[key] === undefined) continue;
    const message = `"${key}" has no meaning on a figure, which has no codes.`;
    yield { code: "FW041", path: [...path, key], on: "key", message, help: "Remove it." };
  }
  if (figure.worst === figure.best) {
    yield {
      code: "FW044",
      path: [...path, "figure", "best"],
      message: "Worst and best are the same value, so no figure could be told from another.",
      help: "Give the value that counts as 0 as `worst` and the one that counts as 100 as `best`.",
    };
  }
  const { decimals = 0 } = figure;
  for (const key of ["worst", "best"] as const) {
    const scaled = figure[key] * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) continue;
    const message = `${figure[key]} has more decimal places than the scale keeps (${decimals}).`;
    yield {
      code: "FW045",
      path: [...path, "figure", key],
      message,
      help: "Raise `decimals` (at most 4), or round the value.",
    };
  }
}

function* soundAnswers(written: ScaleDocument, scale: CodedScale, path: Path): Iterable<Complaint> {
  yield* repeatedCodes(written, path);
  yield* ambiguousWords(written, path);
  yield* halfTranslated(written.points ?? [], [...path, "points"]);
  const codes = new Set(scale.points.map((point) => point.code));
  for (const key of ["favourable", "favourable_when_lower"] as const) {
    for (const [place, code] of (written[key] ?? []).entries()) {
      if (codes.has(code)) continue;
      const help = `The codes are ${[...codes].join(", ")}.`;
      yield { code: "FW042", path: [...path, key, place], message: `${code} is no code of this scale.`, help };
    }
  }
}

function* repeatedCodes(scale: ScaleDocument, path: Path): Iterable<Complaint> {
  const seen = new Set<number>();
  for (const [place, { code }] of (scale.points ?? []).entries()) {
    if (seen.has(code)) {
      const message = `The code ${code} stands for two answers of this scale.`;
      yield {
        code: "FW043",
        path: [...path, "points", place, "code"],
        message,
        help: "Give each answer its own code.",
      };
    }
    seen.add(code);
  }
}

/** A word an export may hold must mean one answer, or one kind of missing. A number means the code it is. */
function* ambiguousWords(scale: ScaleDocument, path: Path): Iterable<Complaint> {
  const meaning = new Map<string, string>();
  const { points = [] } = withPreset(scale);
  for (const { code } of points) meaning.set(String(code), String(code));
  for (const word of wordsOf(scale, path)) {
    const key = normaliseAnswer(word.text);
    // An empty text is spoken of by the schema.
    if (key === "") continue;
    const before = meaning.get(key);
    if (before !== undefined && (before !== word.means || word.repeats)) {
      yield {
        code: "FW043",
        path: word.path,
        message: `${quote(word.text)} has a meaning on this scale already${before === word.means ? "" : `: ${before}`}.`,
        help: "Every label and alias must mean one answer; case and spaces make no difference.",
      };
    }
    meaning.set(key, before ?? word.means);
  }
}

interface Word {
  readonly text: string;
  readonly means: string;
  readonly path: Path;
  /** The number of the code itself may be an alias, and two languages may share a word; any other may be said only once. */
  readonly repeats: boolean;
}

function wordsOf(scale: ScaleDocument, path: Path): Word[] {
  const { points = [] } = withPreset(scale);
  const answers = points.flatMap(({ code, label, aliases = [], translations = {} }, place) => {
    const at = [...path, "points", place];
    const means = String(code);
    const word = (text: string, own: Path): Word => ({
      text,
      means,
      path: own,
      repeats: normaliseAnswer(text) !== means,
    });
    const translated = translationsIn(translations, [...at, "translations"]);
    return [
      word(label, [...at, "label"]),
      ...aliases.map((text, i) => word(text, [...at, "aliases", i])),
      ...translated.map(({ text, path: own }): Word => ({ text, means, path: own, repeats: false })),
    ];
  });
  const { rating } = scale;
  const ends = Object.entries(rating?.translations ?? {}).flatMap(([tag, words]) =>
    (["low", "high"] as const).map(
      (end): Word => ({
        text: words[end],
        means: String(end === "low" ? rating?.min : rating?.max),
        path: [...path, "rating", "translations", tag, end],
        repeats: false,
      }),
    ),
  );
  const missing = (key: "not_applicable" | "dont_know") =>
    (scale[key] ?? []).map(
      (text, i): Word => ({ text, means: key.replace("_", " "), path: [...path, key, i], repeats: true }),
    );
  return [...answers, ...ends, ...missing("not_applicable"), ...missing("dont_know")];
}

function translationsIn(written: TranslationsDocument, path: Path): { readonly text: string; readonly path: Path }[] {
  return Object.entries(written).flatMap(([tag, texts]) =>
    typeof texts === "string"
      ? [{ text: texts, path: [...path, tag] }]
      : texts.map((text, i) => ({ text, path: [...path, tag, i] })),
  );
}
