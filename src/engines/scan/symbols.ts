/** Numbers the values of one segment, from 0, and gives them back. */
export interface Symbols {
  /** cell: the text that the value was read from. */
  numberOf(value: string, cell: string): number;
  valueOf(symbol: number): string;
  /** A cell text that means the value. */
  cellOf(symbol: number): string;
}

export function createSymbols(): Symbols {
  const numbers = new Map<string, number>();
  const values: string[] = [];
  const cells: string[] = [];
  return {
    numberOf: (value, cell) => {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, values.length);
      cells.push(cell);
      return values.push(value) - 1;
    },
    valueOf: (symbol) => values[symbol] ?? "",
    cellOf: (symbol) => cells[symbol] ?? "",
  };
}
