import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { type Complaint, Refused } from "./complaint.ts";
import { listed } from "./listed.ts";
import { type Names, QUALITY, SEVERITIES, spellings, statisticsOf } from "./names.ts";
import type { Gate } from "./types.ts";

export type ScoreKind = "composite" | "dimension";

/** What a gate judges, its names known. */
export type Quantity =
  /** `id` null: every score of its kind. */
  | { readonly kind: "score"; readonly of: ScoreKind; readonly id: string | null; readonly statistic: string }
  | {
      readonly kind: "change";
      readonly of: ScoreKind;
      readonly id: string | null;
      readonly statistic: "index" | "load";
    }
  | { readonly kind: "outcome"; readonly id: string }
  | { readonly kind: "people" }
  | { readonly kind: "response rate" }
  | { readonly kind: "quality"; readonly of: (typeof QUALITY)[number] }
  | { readonly kind: "findings"; readonly of: (typeof SEVERITIES)[number] }
  | { readonly kind: "signs" }
  /** `strand` null: the overall level. */
  | { readonly kind: "level"; readonly strand: string | null }
  /** Of an audit that shows nothing, names it does not sign may be right. */
  | { readonly kind: "unknowable" };

/**
 * Looks the names up. Throws Refused: GT005 a name that is not there, GT006 a statistic that this has not, or a change of
 * what has none.
 */
export function quantityOf(gate: Gate, names: Names): Quantity {
  const quantity =
    gate.each === null ? namedQuantity(gate, names) : scoreQuantity(gate, { of: gate.each, id: null }, names);
  if (gate.change === null) return quantity;
  if (quantity.kind === "unknowable") return quantity;
  const statistic = quantity.kind === "score" ? quantity.statistic : null;
  if (quantity.kind !== "score" || (statistic !== "index" && statistic !== "load"))
    throw refused(gate, {
      code: "GT006",
      message: `${gate.change}() is told of an index or a load, in index points.`,
      help: `Write ${gate.change}(${quantity.kind === "score" && quantity.id !== null ? quantity.id : "trust"}.index).`,
    });
  return { ...quantity, kind: "change", statistic };
}

function namedQuantity(gate: Gate, names: Names): Quantity {
  const { subject, statistic } = gate;
  if (statistic === null) return bareQuantity(gate, names);
  const counted = countQuantity(subject.name, statistic.name);
  const of = kindOfScore(subject.name, names);
  if (of !== null && (counted === null || statisticsOf(of, names).includes(statistic.name)))
    return scoreQuantity(gate, { of, id: subject.name }, names);
  if (counted !== null) return counted;
  if (names.outcomes.has(subject.name)) return outcomeQuantity(gate, names);
  if (statistic.name === "level" && names.strands.has(subject.name)) return { kind: "level", strand: subject.name };
  if (!names.isWhole && (statistic.name === "level" || ["nps", "csat", "mean"].includes(statistic.name)))
    return { kind: "unknowable" };
  throw unknown(gate, names);
}

/** Names without a point. */
function bareQuantity(gate: Gate, names: Names): Quantity {
  switch (gate.subject.name) {
    case "n":
      return { kind: "people" };
    case "response_rate":
      return { kind: "response rate" };
    case "level":
      return { kind: "level", strand: null };
  }
  const of = kindOfScore(gate.subject.name, names);
  if (of === null) throw unknown(gate, names);
  throw refused(gate, {
    code: "GT006",
    message: `It does not say which number of ${quote(gate.subject.name)} is meant.`,
    help: `There are ${listed(statisticsOf(of, names).map((one) => `${gate.subject.name}.${one}`))}.`,
  });
}

function kindOfScore(id: string, { composites, dimensions }: Names): ScoreKind | null {
  if (composites.has(id)) return "composite";
  return dimensions.has(id) ? "dimension" : null;
}

function countQuantity(subject: string, statistic: string): Quantity | null {
  const quality = QUALITY.find((one) => one === statistic);
  if (subject === "quality" && quality !== undefined) return { kind: "quality", of: quality };
  const severity = SEVERITIES.find((one) => one === statistic);
  if (subject === "findings" && severity !== undefined) return { kind: "findings", of: severity };
  return subject === "signs" && statistic === "red" ? { kind: "signs" } : null;
}

function scoreQuantity(
  gate: Gate,
  score: { readonly of: ScoreKind; readonly id: string | null },
  names: Names,
): Quantity {
  const name = gate.statistic?.name ?? "";
  const known = statisticsOf(score.of, names);
  if (known.includes(name)) return { kind: "score", ...score, statistic: name };
  const near = suggest(name, known);
  throw refused(gate, {
    code: "GT006",
    message: `A ${score.of} has no statistic ${quote(name)}.`,
    help: `There are ${listed(known)}.`,
    at: "statistic",
    ...(near === undefined ? {} : { suggestion: near }),
  });
}

function outcomeQuantity(gate: Gate, { outcomes }: Names): Quantity {
  const id = gate.subject.name;
  const statistic = outcomes.get(id) ?? "";
  if (gate.statistic?.name === statistic) return { kind: "outcome", id };
  throw refused(gate, {
    code: "GT006",
    message: `${quote(id)} is told as ${statistic}, not as ${quote(gate.statistic?.name ?? "")}.`,
    help: `Write ${id}.${statistic}.`,
    at: "statistic",
  });
}

function unknown(gate: Gate, names: Names): Refused {
  const written = gate.statistic === null ? gate.subject.name : `${gate.subject.name}.${gate.statistic.name}`;
  const near = suggest(written, spellings(names)) ?? suggest(gate.subject.name, subjects(names));
  return refused(gate, {
    code: "GT005",
    message: `There is nothing that is called ${quote(written)} in this audit.`,
    help: `Its scores are ${listed([...names.composites, ...names.dimensions, ...names.outcomes.keys()])}; beside them there are n, response_rate, quality, findings, signs and level.`,
    ...(near === undefined ? {} : { suggestion: near }),
  });
}

function subjects({ composites, dimensions, outcomes, strands }: Names): readonly string[] {
  return [...composites, ...dimensions, ...outcomes.keys(), ...strands, "quality", "findings", "signs", "level"];
}

type Parts = Omit<Complaint, "span"> & { readonly at?: "statistic" };

function refused({ subject, statistic }: Gate, { at, ...parts }: Parts): Refused {
  const span = at === "statistic" && statistic !== null ? statistic : subject;
  return new Refused({ ...parts, span: { at: span.at, length: span.length } });
}
