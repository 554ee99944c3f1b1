const EXPORTED = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm;

/** What a module gives to others by name; types are gone by then. @param {string} source @returns {readonly string[]} */
export function exportedNames(source) {
  return [...source.matchAll(EXPORTED)].map(([, name]) => String(name));
}
