/** Where marks of Observable Plot become one accessible `<svg>` element. */
import { type Markish, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { colour } from "./colours.ts";
import { type LegendEntry, legendMarks } from "./legend.ts";
import { LETTER } from "./measure.ts";

/** What is drawn on. */
export interface Canvas {
  /** Units across. */
  readonly width: number;
  /** Fill of what is hidden. */
  readonly hatch: string;
}

/** Units across that telephones can show with letters still to be read, and those that fill a page. */
export const WIDTHS = { narrow: 560, wide: 760 } as const;

export interface Drawing {
  readonly title: string;
  readonly description: string;
  readonly height: number;
  readonly marks: readonly Markish[];
  readonly width: number;
  /** Of several parts, which share its definitions. */
  readonly isFirst: boolean;
}

/** As much of an element as is needed: the project is compiled without the types of browsers. */
interface Element {
  textContent: string | null;
  innerHTML: string;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<Element>;
  prepend(...elements: readonly Element[]): void;
  remove(): void;
}

interface Page {
  createElementNS(space: string, name: string): Element;
}

/** What is drawn, without what is said of it. */
export type Drawn = Pick<Drawing, "height" | "marks">;

/** What rows look like, and what beneath them says what their signs mean. */
export interface Body extends Drawn {
  readonly legend: readonly LegendEntry[];
}

/** About half a printed page: a higher drawing would leave one empty before it. */
const HIGHEST = 540;
/** Of a part: about a third of a page. */
const PART = 400;

interface Row {
  readonly label: string;
  readonly group?: string | null;
}

/** All rows in one drawing over their legend, or the legend and then as evenly in several parts as a page fills well with. */
export function inParts<One extends Row>(
  rows: readonly One[],
  { width }: Pick<Canvas, "width">,
  draw: (rows: readonly One[]) => Body,
): readonly Drawn[] {
  const whole = draw(rows);
  const beneath = legendMarks(whole.legend, { top: whole.height, width });
  if (beneath.bottom <= HIGHEST || rows.length < 2) {
    return [{ height: beneath.bottom, marks: [...whole.marks, ...beneath.marks] }];
  }
  const starts = startsOf(rows, Math.ceil(rows.length / Math.min(rows.length, Math.ceil(whole.height / PART))));
  const legend = legendMarks(whole.legend, { top: 0, width });
  return [
    { height: legend.bottom, marks: legend.marks },
    ...starts.map((from, at) => draw(part(rows, from, starts[at + 1] ?? rows.length))),
  ];
}

/** Where parts of about so many rows begin: with a group rather than within it, where that does not make them small. */
function startsOf(rows: readonly Row[], each: number): readonly number[] {
  const starts = [0];
  for (let next = each; next < rows.length; next += each) {
    const least = (starts.at(-1) ?? 0) + Math.ceil(each / 2);
    while (next > least && isWithin(rows, next)) next -= 1;
    if (isWithin(rows, next)) next = (starts.at(-1) ?? 0) + each;
    starts.push(next);
  }
  return starts;
}

/** The row before is of the same group. */
function isWithin(rows: readonly Row[], at: number): boolean {
  return (rows[at]?.group ?? null) !== null && rows[at]?.group === rows[at - 1]?.group;
}

/** A group that began in the part before says so. */
function part<One extends Row>(rows: readonly One[], from: number, to: number): readonly One[] {
  const own = rows.slice(from, to);
  if (!isWithin(rows, from)) return own;
  const group = rows[from]?.group;
  const next = own.findIndex((row) => row.group !== group);
  const until = next < 0 ? own.length : next;
  return own.map((row, at) => (at < until ? { ...row, group: `${group} (continued)` } : row));
}

const { document }: { readonly document: Page } = parseHTML("<!doctype html><html><body></body></html>");
const SVG = "http://www.w3.org/2000/svg";

/** What Plot adds for pages that hold nothing else: its own sheet would reach beyond the drawing. */
const FOREIGN = [
  "aria-label",
  "aria-description",
  "aria-hidden",
  "font-family",
  "font-size",
  "class",
  "width",
  "height",
];
/** Attributes with coordinates, which are rounded: so the bytes do not hang on the last bit of a division. */
const GEOMETRY = ["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "dy"];

/** Places are in units of the drawing, from its left top. */
export function svgOf({ title, description, width, height, marks, isFirst }: Drawing, id: string): string {
  const root: Element = plot({
    document,
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { type: "identity" },
    marks: [...marks],
  });
  for (const sheet of root.querySelectorAll("style")) sheet.remove();
  for (const name of FOREIGN) root.removeAttribute(name);
  const attributes = {
    class: "ta-drawing",
    role: "img",
    "aria-labelledby": `${id}-title ${id}-desc`,
    width: "100%",
    style: `max-width:${width / LETTER}rem;height:auto`,
    "font-family": "var(--ta-font, system-ui, sans-serif)",
    "font-size": `${LETTER}`,
    fill: colour("ink"),
  };
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  for (const element of root.querySelectorAll("*")) tidy(element);
  root.prepend(
    text("title", `${id}-title`, title),
    text("desc", `${id}-desc`, description),
    ...(isFirst ? [hatching(id)] : []),
  );
  return root.outerHTML;
}

function tidy(element: Element): void {
  for (const name of ["aria-label", "aria-description", "aria-hidden"]) element.removeAttribute(name);
  for (const name of GEOMETRY) {
    const value = element.getAttribute(name);
    if (value !== null) element.setAttribute(name, value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, rounded));
  }
}

function rounded(text: string): string {
  return `${Math.round(Number(text) * 100) / 100}`;
}

function text(name: "title" | "desc", id: string, content: string): Element {
  const element = document.createElementNS(SVG, name);
  element.setAttribute("id", id);
  element.textContent = content;
  return element;
}

/** A fill for what is hidden, which no colour is used for. */
export function hatch(id: string): string {
  return `url(#${id}-hatch)`;
}

function hatching(id: string): Element {
  const element = document.createElementNS(SVG, "defs");
  element.innerHTML = `<pattern id="${id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${colour("paper")}"></rect><path d="M0,0V7" stroke="${colour("quiet")}" stroke-width="3"></path></pattern>`;
  return element;
}
