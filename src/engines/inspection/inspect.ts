import type { Framework } from "../../framework/types.ts";
import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { askedAudiences } from "../../response/asked/audience.ts";
import { planLoosely } from "../../response/plan/source.ts";
import type { SourcePlan } from "../../response/source-plan.ts";
import type { TableHead } from "../../response/table-head.ts";
import { openTable } from "../../sources/table/open.ts";
import type { TableSource } from "../../sources/table/source.ts";
import { type InputsRequest, noWorkbook } from "../inputs.ts";
import type { OnProgress } from "../progress.ts";
import { planReading, type Reading } from "../reading.ts";
import { inspectedFile } from "./columns.ts";
import { fitsOf } from "./fit.ts";
import { countRows, problemsOf, scoreRows } from "./rows.ts";
import { tallied } from "./tally.ts";
import type { Inspection } from "./types.ts";
import { vocabulariesOf } from "./vocabulary.ts";

/** The framework the user named, or all there are to choose from. */
export type Candidates = { readonly named: Framework } | { readonly all: readonly Framework[] };

const NOTHING: Inspection = {
  files: [],
  framework: null,
  fits: [],
  audience: null,
  form: null,
  hasChoiceColumns: false,
  ledger: null,
  vocabularies: [],
  problems: [],
  following: [],
  whole: null,
};

/**
 * Looks through exports, each read once and to its end, and says how they would be read. Nothing stops it: what `score`
 * would stop at stands among the problems. onProgress: told now and then how far they are read.
 */
export async function inspect(
  candidates: Candidates,
  request: InputsRequest,
  onProgress?: OnProgress,
): Promise<Inspection> {
  const { sources, problems } = await openAll(request);
  const heads = sources.map(({ head }) => head);
  const named = "named" in candidates ? candidates.named : null;
  try {
    if (sources.length === 0) return { ...NOTHING, framework: named, problems };
    const fits = "all" in candidates ? fitsOf(candidates.all, heads, request.audience) : [];
    const framework = named ?? fits[0]?.framework;
    const asked = { request, sources, problems, onProgress };
    if (framework !== undefined) return { ...(await lookThrough(framework, asked)), fits: fits.slice(0, 2) };
    const known = "all" in candidates ? candidates.all : [];
    return await lookWithout(known, asked);
  } finally {
    for (const source of sources) source.close();
  }
}

interface Asked {
  readonly request: InputsRequest;
  readonly sources: readonly TableSource[];
  /** Of files that could not be opened. */
  readonly problems: readonly Problem[];
  readonly onProgress: OnProgress | undefined;
}

async function openAll(request: InputsRequest): Promise<Pick<Asked, "sources" | "problems">> {
  const options = { dialect: request.dialect ?? undefined, sheet: request.sheet ?? undefined };
  const opened = await Promise.allSettled(request.inputs.map((input) => openTable(input, options)));
  const sources = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const unopened = opened.flatMap((one) => (one.status === "rejected" ? problemsOf(one.reason) : []));
  return { sources, problems: [...unopened, ...noWorkbook(request, sources)] };
}

async function lookThrough(framework: Framework, asked: Asked): Promise<Inspection> {
  const { request, sources, problems, onProgress } = asked;
  const heads = sources.map(({ head }) => head);
  const { reading, against } = tryReading(framework, heads, request);
  const audience = reading === null ? audienceOf(framework, heads, request) : reading.audience || null;
  const plan = reading?.plan ?? looselyPlanned(framework, heads, { ...request, audience });
  const tallies = sources.map((source, at) => tallied(source, plan.files[at]?.columns ?? [], request.rules.include));
  const counted = { sources: tallies.map(({ source }) => source), onProgress };
  const isRead = reading !== null && problems.length === 0;
  const rows = isRead ? await scoreRows(framework, reading, counted) : await countRows(plan, counted);
  return {
    files: heads.flatMap((head, at) => {
      const [file, tally] = [plan.files[at], tallies[at]];
      if (file === undefined || tally === undefined) return [];
      return [inspectedFile(framework, { head, columns: file.columns, audience }, tally)];
    }),
    framework,
    fits: [],
    audience: reading === null ? idOf(framework, request.audience) : audience,
    form: reading?.form ?? request.form,
    hasChoiceColumns: plan.files.some(({ choiceColumns }) => choiceColumns !== undefined),
    ledger: rows.ledger,
    vocabularies: vocabulariesOf(framework, plan, tallies),
    problems: [
      ...problems,
      ...sources.flatMap((source) => source.problems),
      ...against,
      ...(isRead ? rows.problems : []),
    ],
    following: isRead ? [] : rows.problems,
    whole: rows.whole,
  };
}

/** How `score` would read it, or what it would say against that. */
function tryReading(
  framework: Framework,
  heads: readonly TableHead[],
  request: InputsRequest,
): { readonly reading: Reading | null; readonly against: readonly Problem[] } {
  try {
    const reading = planReading(framework, heads, request);
    return { reading, against: reading.warnings };
  } catch (error) {
    return { reading: null, against: problemsOf(error) };
  }
}

/** The user may have named a column instead. */
function idOf({ audiences }: Framework, name: string | null): string | null {
  return audiences.some(({ id }) => id === name) ? name : null;
}

/** The only one that the columns or the user tell; null where they tell of several, or of none. */
function audienceOf(framework: Framework, heads: readonly TableHead[], request: InputsRequest): string | null {
  try {
    const { audiences, unsaidAmong } = askedAudiences(framework, heads, request);
    return unsaidAmong.length === 0 && audiences.length === 1 ? (audiences[0] ?? null) : null;
  } catch (error) {
    if (error instanceof ProblemsError) return null;
    throw error;
  }
}

function looselyPlanned(framework: Framework, heads: readonly TableHead[], request: InputsRequest): SourcePlan {
  return planLoosely({ ...request, framework, heads });
}

/** No framework is near: the columns are shown all the same, and the rows counted. */
async function lookWithout(all: readonly Framework[], asked: Asked): Promise<Inspection> {
  const [any] = all;
  if (any === undefined) return { ...NOTHING, problems: asked.problems };
  const none = { ...any, items: [], dimensions: [], composites: [], outcomes: [], forms: [] };
  const found = await lookThrough(none, { ...asked, request: { ...asked.request, mapping: null } });
  const file = asked.sources[0]?.head.file ?? "";
  const problem: Problem = {
    code: "MP018",
    severity: "error",
    message: `No column matches an item of any bundled framework (${all.map(({ id }) => id).join(", ")}).`,
    help: "Name the framework that was asked with -f: a bundled id, or the path of a YAML file.",
    place: { file },
  };
  const opening = [...asked.problems, ...asked.sources.flatMap((source) => source.problems)];
  return { ...found, framework: null, vocabularies: [], problems: [...opening, problem], following: [] };
}
