/** Whether a row has the cells that the header promises. `empty extra`: more, all of the further ones empty. */
export type RowWidth = (cells: readonly string[]) => "fits" | "empty extra" | "ragged";

/** Columns without a header need no cell. */
export function createRowWidth(headers: readonly string[]): RowWidth {
  const most = headers.length;
  const least = headers.reduce((width, header, at) => (header === "" ? width : at + 1), 0);
  return (cells) => {
    if (cells.length >= least && cells.length <= most) return "fits";
    return cells.length > most && cells.slice(most).every((cell) => cell.trim() === "") ? "empty extra" : "ragged";
  };
}
