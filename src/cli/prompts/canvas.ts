import type { Writable } from "node:stream";
import type { DrawnScreen } from "../../render/terminal/screen-layout.ts";

/** The window as a sheet that is written over: nothing ever scrolls, so nothing is left in the scroll-back. */
export interface Canvas {
  /** @param wipe nothing of before may stay, wherever the terminal keeps it */
  paint(drawn: DrawnScreen, wipe: boolean): void;
  /** Gives the terminal back as it was. May be called again. */
  close(): void;
}

const CSI = "\u001b[";
const HOME = `${CSI}H`;
const ERASE_LINE = `${CSI}2K`;
const ERASE_BELOW = `${CSI}J`;
const ERASE_SCROLLBACK = `${CSI}3J`;
const CURSOR = { hide: `${CSI}?25l`, show: `${CSI}?25h` };
const ALTERNATE = { on: `${CSI}?1049h`, off: `${CSI}?1049l` };
/** The terminal then says where a paste begins and ends. */
const MARKED_PASTE = { on: `${CSI}?2004h`, off: `${CSI}?2004l` };
const PLAIN = `${CSI}0m`;

/** @param isPrivate whether what was shown may stay nowhere, not even on a terminal that keeps no second screen */
export function openCanvas(output: Writable, isPrivate: boolean): Canvas {
  let isOpen = true;
  output.write(ALTERNATE.on + MARKED_PASTE.on + CURSOR.hide + HOME + ERASE_BELOW);
  return {
    paint: ({ lines, cursor }, wipe) => {
      if (!isOpen) return;
      const start = wipe ? HOME + ERASE_BELOW + ERASE_SCROLLBACK : "";
      // Erased before it is written, since erasing behind a line as wide as the window takes its last sign; and all below
      // with the last line, since a line break after it would scroll.
      const last = Math.max(0, lines.length - 1);
      const page = (lines.length === 0 ? [""] : lines).map(
        (line, at) => (at === last ? ERASE_BELOW : ERASE_LINE) + line,
      );
      output.write(start + CURSOR.hide + HOME + page.join("\r\n") + cursorAt(cursor));
    },
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      output.write(MARKED_PASTE.off + PLAIN + HOME + ERASE_BELOW + CURSOR.show + ALTERNATE.off);
      if (isPrivate) output.write(ERASE_SCROLLBACK);
    },
  };
}

function cursorAt(cursor: DrawnScreen["cursor"]): string {
  return cursor === null ? "" : `${CSI}${cursor.row + 1};${cursor.column + 1}H${CURSOR.show}`;
}
