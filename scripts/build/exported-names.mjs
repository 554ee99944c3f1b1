const DECLARED = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm;
const PASSED_ON = /^export \{([^}]*)\} from /gm;

/** What a module gives to others by name; types are gone by then. @param {string} source @returns {readonly string[]} */
export function exportedNames(source) {
  const declared = [...source.matchAll(DECLARED)].map(([, name]) => String(name));
  const passedOn = [...source.matchAll(PASSED_ON)].flatMap(([, list]) => String(list).split(","));
  const names = passedOn.map((name) => name.trim().replace(/^.* as /, ""));
  return [...declared, ...names.filter((name) => name !== "" && !name.startsWith("type "))];
}
