import { builtinModules } from "node:module";

const BUILTIN = new RegExp(`^(node:)?(${builtinModules.join("|")})$`);

/**
 * CommonJS packages ask for node's modules with require(), which a module does not have. They get them by import here, so
 * that nothing needs node's own CommonJS loader at start. commander loads child_process for commands that are programs
 * of their own; there are none here, and loading it costs milliseconds of every start.
 * @type {import("esbuild").Plugin}
 */
export const builtinsByImport = {
  name: "builtins-by-import",
  setup(build) {
    build.onResolve({ filter: BUILTIN }, ({ path, kind }) =>
      kind === "require-call" ? { path: path.replace(/^node:/, ""), namespace: "builtin" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents:
        path === "child_process"
          ? "module.exports = {};"
          : `import * as all from "node:${path}"; module.exports = all.default;`,
      loader: "js",
    }));
  },
};
