import type { DialectName, TableLayout } from "../../response/table-head.ts";
import type { Dialect, FirstRows } from "./dialect.ts";
import { googleForms } from "./google-forms.ts";
import { limesurvey } from "./limesurvey.ts";
import { microsoftForms } from "./microsoft-forms.ts";
import { plain } from "./plain.ts";
import { qualtrics } from "./qualtrics.ts";
import { surveymonkey } from "./surveymonkey.ts";
import { typeform } from "./typeform.ts";

/** In the order in which they are tried: the plainer the fingerprint, the later. The last takes anything. */
const DIALECTS: readonly Dialect[] = [
  qualtrics,
  surveymonkey,
  typeform,
  microsoftForms,
  limesurvey,
  googleForms,
  plain,
];

export interface Recognised {
  readonly dialect: DialectName;
  readonly layout: TableLayout;
}

/** Which survey tool wrote the table, by its first rows, or as asked; null where it cannot be read as asked. */
export function recogniseDialect(table: FirstRows, asked: DialectName | undefined): Recognised | null {
  for (const dialect of DIALECTS) {
    if (asked !== undefined && dialect.name !== asked) continue;
    const layout = dialect.layout(table, asked !== undefined);
    if (layout !== null) return { dialect: dialect.name, layout };
  }
  return null;
}

/** What files of a tool look like, for a message. */
export function looksOf(asked: DialectName): string {
  return DIALECTS.find(({ name }) => name === asked)?.looks ?? "";
}
