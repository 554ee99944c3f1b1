/** Hands out consecutive places in a cell. */
export class Layout {
  length = 0;
  take(count: number): number {
    const place = this.length;
    this.length += count;
    return place;
  }
}
