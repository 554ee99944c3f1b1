/** What tests ask of a page, run in the page itself. Goes in before the page does; its scripts would not be let in. */
const looks = {
  /** Pixels by which the page as a whole moves sideways. */
  sideways: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

  /** Places, among all elements, of what moves sideways by itself. */
  moving: () =>
    looks.all("*").flatMap((one, at) => (looks.moves(one) && getComputedStyle(one).overflowX === "auto" ? [at] : [])),

  /** The place of what has the focus, when that is such a region and shows it. */
  focused: () => {
    const one = document.activeElement;
    const shown = getComputedStyle(one).outlineStyle !== "none";
    return one.getAttribute("role") === "region" && shown && looks.moves(one) ? looks.all("*").indexOf(one) : null;
  },

  /** What is wider than the page, what should be in one piece and is higher than it, and what may be cut. */
  cut: (width, height) => {
    const drawn = looks.all("main :is(svg, table, td, th, p, dd, pre, article), .panel");
    const whole = looks.all("main :is(svg, tr), .panel");
    const held = (one) => one !== null && getComputedStyle(one).breakInside === "avoid";
    return {
      wide: drawn.filter((one) => one.getBoundingClientRect().right > width + 1).map(looks.name),
      high: whole.filter((one) => one.getBoundingClientRect().height > height).map(looks.name),
      parted: whole.filter((one) => !held(one) && !held(one.parentElement)).map(looks.name),
      paper: getComputedStyle(document.documentElement).backgroundColor,
    };
  },

  /** What axe finds, by rule and element; by all its rules or by some. */
  faults: async (...rules) => {
    const only = rules.length === 0 ? {} : { runOnly: { type: "rule", values: rules } };
    const { violations } = await globalThis.axe.run({ resultTypes: ["violations"], ...only });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  },

  all: (selector) => [...document.querySelectorAll(selector)],
  moves: (one) => one.scrollWidth > one.clientWidth + 1,
  name: (one) => `${one.tagName} ${one.getAttribute("class")} ${one.textContent.trim().slice(0, 60)}`,
};
globalThis.looks = looks;
