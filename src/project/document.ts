import type { ProjectGate } from "./types.ts";

/** A project file as its schema has it. */
export interface ProjectDocument {
  readonly framework?: string;
  readonly framework_version?: string;
  readonly data?: OneOrMore;
  readonly score?: Readonly<Record<string, OptionDocument>>;
  readonly figures?: Readonly<Record<string, { readonly worst: number; readonly best: number }>>;
  readonly output?: OneOrMore;
  readonly audit?: string;
  readonly baseline?: string;
  readonly gates?: readonly (string | GateDocument)[];
  readonly check?: { readonly output?: OneOrMore };
  readonly report?: ReportDocument;
}

export type OneOrMore = string | readonly string[];

/** Text, a number, a switch, a list of texts, or (context and figure) values by name. */
export type OptionDocument = Plain | readonly string[] | Readonly<Record<string, Plain>>;

export type Plain = string | number | boolean;

/** YAML 1.2 reads `on` and `off` as texts. */
export type Switch = boolean | "on" | "off";

export interface GateDocument {
  readonly gate: string;
  readonly mode?: NonNullable<ProjectGate["mode"]>;
  readonly name?: string;
}

export interface ReportDocument {
  readonly title?: string;
  readonly logo?: string;
  readonly accent?: string;
  readonly locale?: string;
  readonly sections?: Readonly<Record<string, Switch>>;
  readonly bands?: Readonly<Record<string, string>>;
}
