import { DOORS, FLOORS, PACKAGES, PURE } from "./scripts/structure/house.mjs";

/** @param {string} room */
const escaped = (room) => room.replace(/[.]/g, "\\.");
/** @param {string} room */
const pathOf = (room) => (room.endsWith(".ts") ? `^src/${escaped(room)}$` : `^src/${room}/`);
/** @param {readonly string[]} rooms */
const pathsOf = (rooms) => rooms.map(pathOf);
/** A package where it is installed, or by its bare name where it is not. @param {string} name */
const packagePath = (name) => `(^|/)node_modules/${name}/|^${name}(/|$)`;

const CORE = ["core"];
const INSTALLED = "(^|/)node_modules/";

/** One rule a room: it sees itself and the floors below. */
const floors = Object.entries(FLOORS).map(([room, floor]) => {
  const below = Object.keys(FLOORS).filter((other) => FLOORS[other] < floor);
  return {
    name: `imports-go-down:${room}`,
    severity: "error",
    comment: `${room} is on floor ${floor}. It may import itself and lower floors only, so that every floor can be read, tested and replaced without those above it.`,
    from: { path: pathOf(room) },
    to: { path: "^src/", pathNot: pathsOf([room, ...below]) },
  };
});

const packages = Object.entries(PACKAGES).map(([name, { places, field }]) => ({
  name: `package-in-its-place:${name}`,
  severity: "error",
  comment: `${name} is here for ${field} and enters in ${places.join(", ")} only, so that it can be replaced there.`,
  from: { path: "^src/", pathNot: places.map((place) => `^${escaped(place)}`) },
  to: { path: packagePath(name) },
}));

const rules = [
  {
    name: "no-circle",
    severity: "error",
    comment: "Modules in a circle can only be understood, tested and loaded all at once.",
    from: { path: "^src/" },
    to: { circular: true },
  },
  {
    name: "pure-trunk",
    severity: "error",
    comment:
      "The same input must give the same bytes: nothing in the trunk reaches the machine. A hash, a path or a file's text comes in as a parameter.",
    from: { path: pathsOf(PURE) },
    to: { dependencyTypes: CORE },
  },
  {
    name: "only-doors-open",
    severity: "error",
    comment:
      "Commands and the pipeline reach the machine through the doors; of node they need paths and handed-in streams at most.",
    from: { path: "^src/", pathNot: pathsOf([...DOORS, ...PURE]) },
    to: { dependencyTypes: CORE, pathNot: "^(node:)?(path|url|stream)$" },
  },
  {
    name: "package-without-a-place",
    severity: "error",
    comment: "A new package is first given its one place in scripts/structure/house.mjs.",
    from: { path: "^src/" },
    to: { path: INSTALLED, pathNot: Object.keys(PACKAGES).map(packagePath) },
  },
  {
    name: "statistics-see-no-person",
    severity: "error",
    comment:
      "Statistics are drawn from the published aggregate alone; what needs one person's answers together is computed per respondent first and then counted.",
    from: { path: "^src/statistics/" },
    to: { path: pathsOf(["scoring", "response", "sources"]) },
  },
  {
    name: "renderers-see-the-audit",
    severity: "error",
    comment:
      "One verdict, many faces: what is not in the audit cannot be shown, so no format can know more than another. A survey's screen and its paper sheet are documents in the same way; how a cell of a CSV file is written is known in one place.",
    from: { path: "^src/render/" },
    to: {
      path: "^src/",
      pathNot: [
        ...pathsOf(["render", "audit", "problems"]),
        "^src/interview/(screen|paper/sheet|csv)\\.ts$",
        "^src/framework/text-cell\\.ts$",
      ],
    },
  },
  {
    name: "commands-apart",
    severity: "error",
    comment: "A command that calls a command inherits its flags and its output; what both need belongs a floor down.",
    from: { path: "^src/commands/([^/]+?)(?:\\.ts$|/)" },
    to: { path: "^src/commands/", pathNot: "^src/commands/$1(/|\\.ts$)" },
  },
  {
    name: "sub-commands-apart",
    severity: "error",
    comment: "A sub-command is called by its verb only.",
    from: { path: "^src/commands/[^/]+/" },
    to: { path: "^src/commands/" },
  },
  {
    name: "validators-in-their-place",
    severity: "error",
    comment: "A document is checked at the door of its own room and is strict from there on.",
    from: { path: "^src/", pathNot: pathsOf(["framework", "audit"]) },
    to: { path: "^generated/[a-z]+-validator" },
  },
  {
    name: "kernel-in-its-place",
    severity: "error",
    comment: "What is compiled to WebAssembly, and what its memory looks like, concern the scanner alone.",
    from: { path: "^src/", pathNot: "^src/engines/scan/wasm" },
    to: { path: "^(?:kernel/(?!draws/|cover/)|generated/scan-kernel)" },
  },
  {
    name: "draws-in-their-place",
    severity: "error",
    comment: "Drawn weights alone are compiled to WebAssembly beside the scanner: one module knows, and has a twin.",
    from: { path: "^src/", pathNot: "^src/numeric/drawn-weights\\.ts$" },
    to: { path: "^(?:kernel/draws/|generated/draws-kernel)" },
  },
  {
    name: "covering-in-its-place",
    severity: "error",
    comment: "The best of many bundles is found in WebAssembly beside those: one module knows, and has a twin.",
    from: { path: "^src/", pathNot: "^src/numeric/best-bundle\\.ts$" },
    to: { path: "^(?:kernel/cover/|generated/cover-kernel)" },
  },
  {
    name: "nothing-unresolved",
    severity: "error",
    comment:
      "An import that cannot be resolved is an edge no rule can judge. Is it spelt right, and is the build made?",
    from: { path: "^src/" },
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...rules, ...floors, ...packages],
  options: {
    // dependency-cruiser cannot use TypeScript 7 and would silently read nothing.
    parser: "swc",
    doNotFollow: { path: "node_modules|^generated/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".mjs", ".js"],
      conditionNames: ["import", "node", "default"],
      exportsFields: ["exports"],
    },
  },
};
