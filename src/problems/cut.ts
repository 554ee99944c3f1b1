/** The text on one line, at most so many characters long: what is too much is taken out of its middle, since ends tell texts apart. */
export function cutMiddle(text: string, longest: number): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= longest) return characters.join("");
  const front = Math.floor((longest - 1) / 3);
  const back = longest - 1 - front;
  return `${characters.slice(0, front).join("").trimEnd()}…${characters.slice(-back).join("").trimStart()}`;
}
