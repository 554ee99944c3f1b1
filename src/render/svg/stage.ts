/** Where marks of Observable Plot become one accessible `<svg>` element. */
import { type Markish, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { colour } from "./colours.ts";
import { LETTER } from "./measure.ts";

/** Units across, of every drawing: a page scales it to its own width. */
export const WIDTH = 560;

export interface Drawing {
  readonly title: string;
  readonly description: string;
  readonly height: number;
  readonly marks: readonly Markish[];
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

/** Higher drawings would not fit a printed page with their title. */
const HIGHEST = 820;

/** All rows in one drawing, or as evenly in several as each fits a page. */
export function inParts<Row>(rows: readonly Row[], draw: (rows: readonly Row[]) => Drawn): readonly Drawn[] {
  const whole = draw(rows);
  const parts = Math.min(rows.length, Math.ceil(whole.height / HIGHEST));
  if (parts < 2) return [whole];
  const each = Math.ceil(rows.length / parts);
  const starts = Array.from({ length: Math.ceil(rows.length / each) }, (_, part) => part * each);
  return starts.map((from) => draw(rows.slice(from, from + each)));
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
export function svgOf({ title, description, height, marks, isFirst }: Drawing, id: string): string {
  const root: Element = plot({
    document,
    width: WIDTH,
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
    style: "max-width:35rem;height:auto",
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
