const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** The text a coloured one shows. */
export function withoutColour(text: string): string {
  return text.replace(COLOUR, "");
}
