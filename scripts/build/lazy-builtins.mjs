/**
 * What a program rarely needs of Node.js itself. Each of these costs up to four milliseconds when it is first asked for, and
 * an import at the head of a module asks for it whether it is used or not.
 */
const LAZY = ["child_process", "crypto", "fs/promises", "os", "readline", "tty", "worker_threads", "zlib"];

const ASKED = new RegExp(`^(?:node:)?(?:${LAZY.join("|")})$`);
const NAMESPACE = "lazy-builtin";

/**
 * Gives a module that imports one of them an object of the same names, which asks for it when a name is used.
 * @type {import("esbuild").Plugin}
 */
export const lazyBuiltins = {
  name: "lazy-builtins",
  setup: (build) => {
    build.onResolve({ filter: ASKED }, ({ path, namespace }) =>
      namespace === NAMESPACE ? { path, external: true } : { path: path.replace(/^node:/, ""), namespace: NAMESPACE },
    );
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({ contents: lazyModule(path), loader: "js" }));
  },
};

/** @param {string} name @returns {string} source of a CommonJS module */
function lazyModule(name) {
  const names = Object.keys(process.getBuiltinModule(name)).filter((one) => one !== "default");
  const getters = names.map((one) => `get ${one}(){return load().${one}}`);
  return `let own;const load=()=>own??=require("node:${name}");module.exports={${getters.join(",")}};`;
}
