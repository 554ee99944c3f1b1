import type { Audit } from "../audit/types.ts";
import type { Sheet } from "./sheet.ts";
import type { HouseStyle } from "./style.ts";

export function renderHtml(_audit: Audit, _style: HouseStyle): Promise<string> {
  throw new Error("to be written");
}

export function renderHtmlSheet(_sheet: Sheet, _style: HouseStyle): Promise<string> {
  throw new Error("to be written");
}
