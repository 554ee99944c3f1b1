import { chooseNamed } from "../framework/choose.ts";
import { restrictFramework } from "../framework/restrict.ts";
import type { Framework } from "../framework/types.ts";
import { type Problem, ProblemsError } from "../problems/problem.ts";
import { type AssessmentClaim, claimAssessment } from "../response/asked/assessment.ts";
import { namedAudience, toldAudience } from "../response/asked/audience.ts";
import { chooseForm } from "../response/asked/form.ts";
import { type RoomNote, readRoom } from "../response/asked/room.ts";
import type { NamedColumns } from "../response/columns/named-columns.ts";
import { checkMapping } from "../response/mapping/check.ts";
import type { Mapping } from "../response/mapping/types.ts";
import { planSource } from "../response/plan/source.ts";
import type { ReadingRules, SourcePlan } from "../response/source-plan.ts";
import type { TableHead } from "../response/table-head.ts";
import { compileProgram } from "../scoring/compile.ts";
import type { ScoringProgram } from "../scoring/program.ts";

/** What was asked of whom, and how the files are read. */
export interface Reading {
  /** As it was asked: a form's items, without optional dimensions that no file holds. */
  readonly framework: Framework;
  readonly form: string | null;
  readonly program: ScoringProgram;
  readonly plan: SourcePlan;
  /** Id of the audience that answered. */
  readonly audience: string;
  /** What the files say a row stands for; to be settled when all rows are counted. Null: nothing. */
  readonly claim: AssessmentClaim | null;
  /** What a room left beside its answers; of one row that a room agreed on, else empty. */
  readonly roomNotes: readonly RoomNote[];
  readonly warnings: readonly Problem[];
}

export interface ReadingRequest extends NamedColumns {
  /** Null: told by the columns where they tell. */
  readonly audience: string | null;
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
  const told =
    request.audience ?? mapping?.audience ?? namedAudience(full, heads, request) ?? toldAudience(full, heads);
  const audience = chooseNamed("audience", told ?? full.audiences[0]?.id ?? "", full.audiences).id;
  const form = formOf(full, heads, { asked: request.form, mapping, audience });
  const items = formItems(full, form);
  const plan = (asked: readonly string[]) => planItems(full, asked, { ...request, heads, audience, form });
  const first = plan(items);
  const asked = items.filter((_, at) => first.plan.files.some((file) => (file.itemColumns[at] ?? -1) >= 0));
  const planned = asked.length === items.length ? first : plan(asked);
  const unsaid = told === null && full.audiences.length > 1 ? [audienceUnsaid(full, audience)] : [];
  const { claim, roomNotes, problems } = readAssessment(planned, heads);
  return { ...planned, form, audience, claim, roomNotes, warnings: [...planned.warnings, ...unsaid, ...problems] };
}

/** As asked, else as mapped, else told by the columns. */
function formOf(
  full: Framework,
  heads: readonly TableHead[],
  known: { readonly asked: string | null; readonly mapping: Mapping | null; readonly audience: string },
): string | null {
  const { asked, mapping, audience } = known;
  if (asked !== null) return chooseNamed("form", asked, full.forms).id;
  return mapping === null ? chooseForm(full, heads, { audience }) : mapping.form;
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
  full: Framework,
  items: readonly string[],
  how: ReadingRequest & { readonly heads: readonly TableHead[]; readonly audience: string },
): Pick<Reading, "framework" | "program" | "plan" | "warnings"> {
  const { heads, segments, weight, id, audience, rules, mapping = null } = how;
  const framework = restrictFramework(full, new Set(items));
  const program = compileProgram(framework, how.form);
  const named = { segments, weight, id };
  const { plan, problems } = planSource({ framework, program, heads, ...named, audience, rules, mapping });
  if (plan === null) throw new ProblemsError(problems);
  return { framework, program, plan, warnings: problems };
}

function audienceUnsaid(framework: Framework, taken: string): Problem {
  return {
    code: "SC003",
    severity: "warning",
    message: `Neither the columns nor --audience say who answered; the report shows the wording for ${taken}.`,
    help: `Add --audience with one of ${framework.audiences.map(({ id }) => id).join(", ")}. The scores are the same.`,
  };
}
