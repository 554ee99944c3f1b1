import type { RatingDocument, ScaleDocument, TranslationsDocument } from "./document.ts";
import { withPreset } from "./presets.ts";
import type { CodedScale, FigureScale, Scale, ScalePoint, Translations } from "./types.ts";

/**
 * A scale with its preset and defaults filled in; undefined when it has none of the four kinds.
 * Favourable by default: the points in the top 40 % of the range (4 and 5 of 1–5, 7 to 10 of 0–10, 2 and 3 of 0–3).
 * Favourable where lower is better: by default the mirror image, code → min + max − code.
 */
export function compileScale(id: string, written: ScaleDocument): Scale | undefined {
  const scale = withPreset(written);
  if (scale.figure !== undefined) return compileFigure(id, scale);
  const points = pointsOf(scale);
  return points === undefined ? undefined : compileCoded({ id, scale, points });
}

function compileFigure(id: string, scale: ScaleDocument): FigureScale | undefined {
  if (scale.figure === undefined) return undefined;
  const { worst, best, decimals = 0, unit } = scale.figure;
  return { kind: "figure", id, title: scale.title ?? id, worst, best, decimals, unit, ...missingWords(scale) };
}

function compileCoded(input: { id: string; scale: ScaleDocument; points: readonly ScalePoint[] }): CodedScale {
  const { id, scale } = input;
  const points = [...input.points].sort((a, b) => a.code - b.code);
  const min = points[0]?.code ?? 0;
  const max = points.at(-1)?.code ?? 0;
  const favourable = ascending(scale.favourable ?? topFortyPercent(points, { min, max }));
  const mirrored = favourable.map((code) => min + max - code);
  const favourableWhenLower = ascending(scale.favourable_when_lower ?? mirrored);
  const title = scale.title ?? id;
  const measures = scale.measures === undefined ? {} : { measures: scale.measures };
  return {
    kind: "coded",
    id,
    title,
    points,
    min,
    max,
    favourable,
    favourableWhenLower,
    ...measures,
    ...missingWords(scale),
  };
}

function pointsOf(scale: ScaleDocument): readonly ScalePoint[] | undefined {
  if (scale.points !== undefined) {
    return scale.points.map(({ code, label, aliases = [], translations }) => ({
      code,
      label,
      aliases,
      ...(translations === undefined ? {} : { translations: compileTranslations(translations) }),
    }));
  }
  return scale.rating === undefined ? undefined : ratingPoints(scale.rating);
}

/** Numbers from min to max, of which the ends have words. */
function ratingPoints({ min, max, low, high, translations = {} }: RatingDocument): readonly ScalePoint[] {
  const count = Math.max(0, Math.min(1_100, max - min)) + 1;
  const languages = Object.entries(translations);
  const end = (label: string, key: "low" | "high"): Partial<ScalePoint> =>
    languages.length === 0
      ? { label }
      : {
          label,
          translations: compileTranslations(Object.fromEntries(languages.map(([tag, own]) => [tag, own[key]]))),
        };
  return Array.from({ length: count }, (_, step) => {
    const words = step === 0 ? end(low, "low") : step === count - 1 ? end(high, "high") : {};
    return { code: min + step, ...words, aliases: [] };
  });
}

function compileTranslations(written: TranslationsDocument): Translations {
  return new Map(Object.entries(written).map(([tag, texts]) => [tag, typeof texts === "string" ? [texts] : texts]));
}

/** In whole numbers, so that no rounding decides about a point on the border. */
function topFortyPercent(points: readonly ScalePoint[], { min, max }: { min: number; max: number }): number[] {
  return points.map((point) => point.code).filter((code) => 10 * (code - min) > 6 * (max - min));
}

function ascending(codes: readonly number[]): number[] {
  return [...codes].sort((a, b) => a - b);
}

function missingWords(scale: ScaleDocument): Pick<Scale, "notApplicable" | "dontKnow"> {
  return { notApplicable: scale.not_applicable ?? [], dontKnow: scale.dont_know ?? [] };
}
