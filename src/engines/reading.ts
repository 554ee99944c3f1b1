import { forAudience } from "../framework/audience.ts";
import { chooseNamed } from "../framework/choose.ts";
import { restrictFramework } from "../framework/restrict.ts";
import type { Framework, Item } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { type AssessmentClaim, claimAssessment } from "../response/asked/assessment.ts";
import { type AskedAudiences, askedAudiences, unsplit } from "../response/asked/audience.ts";
import { unsaidProblems } from "../response/asked/audience-unsaid.ts";
import { chooseForm } from "../response/asked/choose-form.ts";
import { figuresOf } from "../response/asked/form.ts";
import { type RoomNote, readRoom } from "../response/asked/room.ts";
import type { NamedColumns } from "../response/columns/named-columns.ts";
import { checkMapping } from "../response/mapping/check.ts";
import type { Mapping } from "../response/mapping/types.ts";
import { planSource } from "../response/plan/source.ts";
import type { ReadingRules, SourcePlan } from "../response/source-plan.ts";
import type { TableHead } from "../response/table-head.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import { programOf } from "./program-of.ts";

/** What was asked of whom, and how the files are read. */
export interface Reading {
  /** As these audiences were asked: a form's items, without optional dimensions that no file holds. */
  readonly framework: Framework;
  readonly form: string | null;
  readonly program: ScoringProgram;
  readonly plan: SourcePlan;
  /** Ids of those whose answers may be met, in the framework's order; at least one. */
  readonly audiences: readonly string[];
  /** The only one; "" where there are several. */
  readonly audience: string;
  /** The segment that tells several apart: a header, or "audience" where the files do. Null with one. */
  readonly audienceColumn: string | null;
  /** What the files say a row stands for; to be settled when all rows are counted. Null: nothing. */
  readonly claim: AssessmentClaim | null;
  /** What a room left beside its answers; of one row that a room agreed on, else empty. */
  readonly roomNotes: readonly RoomNote[];
  readonly warnings: readonly Problem[];
}

export interface ReadingRequest extends NamedColumns {
  /** Id of an audience, or the header of a column that names them. Null: told by the columns where they tell. */
  readonly audience: string | null;
  /** Of an earlier wave: those of this one, whoever answered which row. Left out: none. */
  readonly audiences?: readonly string[];
  readonly form: string | null;
  readonly rules: ReadingRules;
  /** Decides columns, answers, and what the flags leave open of audience and form. Null: nothing. */
  readonly mapping?: Mapping | null;
}

/** From the heads of all files: who was asked which items, and what each column is. Throws ProblemsError. */
export function planReading(full: Framework, heads: readonly TableHead[], request: ReadingRequest): Reading {
  const { mapping = null } = request;
  const unfit = mapping === null ? [] : checkMapping(full, mapping);
  if (unfit.length > 0) throw new ProblemsError(unfit);
  const who = whoAnswered(full, heads, request);
  const framework = forAudience(full, who.audiences);
  const form = formOf(framework, heads, { asked: request.form, mapping, who, full });
  const items = formItems(framework, form);
  const plan = (asked: readonly string[]) => planItems(framework, asked, { ...request, heads, who, full, form });
  const first = plan(items);
  const kept = keptUnanswered(framework);
  const isHeld = (at: number) => first.plan.files.some((file) => (file.itemColumns[at] ?? -1) >= 0);
  const asked = items.filter((id, at) => isHeld(at) || kept.has(id));
  const planned = asked.length === items.length ? first : plan(asked);
  const [only = "", ...others] = who.audiences;
  const unsaid = unsaidProblems(full, who, heads);
  const { claim, roomNotes, problems } = readAssessment(planned, heads);
  return {
    ...planned,
    form,
    audiences: who.audiences,
    audience: others.length === 0 ? only : "",
    audienceColumn: who.segment?.column ?? null,
    claim,
    roomNotes,
    warnings: [...planned.warnings, ...unsaid, ...problems],
  };
}

/**
 * Figures that count as not answered where no file has a column for them: a score needs its share of all the figures of its
 * dimension, not of those that somebody happened to have. What is optional is left out.
 */
function keptUnanswered(framework: Framework): ReadonlySet<string> {
  const optional = new Set(framework.dimensions.filter((dimension) => dimension.optional).map(({ id }) => id));
  const isOptional = (item: Item) => item.optional || optional.has(item.dimension ?? "");
  const figures = figuresOf(framework);
  return new Set(framework.items.filter((item) => figures.has(item.id) && !isOptional(item)).map(({ id }) => id));
}

/** Of an earlier wave it is known whom it is compared with; people are found in it by their ids. */
function whoAnswered(full: Framework, heads: readonly TableHead[], request: ReadingRequest): AskedAudiences {
  const { audiences = [] } = request;
  return audiences.length === 0 ? askedAudiences(full, heads, request) : unsplit(audiences, heads);
}

/** As asked, else as mapped, else told by the columns. */
function formOf(
  framework: Framework,
  heads: readonly TableHead[],
  known: {
    readonly asked: string | null;
    readonly mapping: Mapping | null;
    readonly who: AskedAudiences;
    readonly full: Framework;
  },
): string | null {
  const { asked, mapping, who, full } = known;
  if (asked !== null) return chooseNamed("form", asked, framework.forms).id;
  return mapping === null ? chooseForm(framework, heads, { asked: who, full }) : mapping.form;
}

/** What the files say a row stands for, and what a room left beside its one row. */
function readAssessment(
  { framework, plan }: Pick<Reading, "framework" | "plan">,
  heads: readonly TableHead[],
): Pick<Reading, "claim" | "roomNotes"> & { readonly problems: readonly Problem[] } {
  const { claim, problems } = claimAssessment(plan, heads);
  if (problems.length > 0) throw new ProblemsError(problems);
  if (claim?.unit !== "consensus" || claim.rows !== 1) return { claim, roomNotes: [], problems };
  const rooms = plan.files.flatMap((file, at) => {
    const head = heads[at];
    return head === undefined ? [] : [readRoom(framework, file, head)];
  });
  return {
    claim,
    roomNotes: rooms.flatMap(({ notes }) => notes),
    problems: rooms.flatMap((room) => room.problems),
  };
}

/** In framework order, as the program has them. */
function formItems(full: Framework, form: string | null): readonly string[] {
  const all = full.items.map((item) => item.id);
  const chosen = full.forms.find((one) => one.id === form)?.items;
  return chosen === undefined ? all : all.filter((id) => chosen.includes(id));
}

function planItems(
  asked: Framework,
  items: readonly string[],
  how: ReadingRequest & {
    readonly heads: readonly TableHead[];
    readonly who: AskedAudiences;
    readonly full: Framework;
    readonly form: string | null;
  },
): Pick<Reading, "framework" | "program" | "plan" | "warnings"> {
  const { heads, segments, weight, id, rules, who, full, mapping = null } = how;
  const framework = restrictFramework(asked, new Set(items));
  const program = programOf(framework, how.form);
  const [only = null, ...others] = who.audiences;
  const audience = others.length === 0 ? only : null;
  const named = { segments, weight, id, audience, who: { asked: who, full } };
  const { plan, problems } = planSource({ framework, program, heads, ...named, rules, mapping });
  if (plan === null) throw new ProblemsError(problems);
  return { framework, program, plan, warnings: problems };
}
