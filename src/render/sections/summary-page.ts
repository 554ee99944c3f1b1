import type { Audit } from "../../audit/types.ts";
import { withLocale } from "../locale.ts";
import type { Sheet } from "../sheet.ts";
import type { HouseStyle } from "../style.ts";
import { markWords } from "../words.ts";
import { nothingShown, withoutReferences } from "./audit-sheet.ts";
import { summarySection } from "./summary.ts";

/** The top of the report alone, for places that have no room for all of it. Expects an audit whose texts are clean. */
export function summaryPage(audit: Audit, style: HouseStyle): Sheet {
  const { framework, tool, overall } = audit;
  return withLocale(style.locale, () => ({
    title: style.title ?? framework.title,
    maker: `${tool.name} ${tool.version}`,
    mark: markWords(audit),
    locale: style.locale,
    blocks: overall === null ? nothingShown(audit) : summarySection(withoutReferences(audit, style), overall),
  }));
}
