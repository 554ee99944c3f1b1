/** A file's own name: folders may be named after people, and an audit is passed on. */
export function baseName(path: string): string {
  return path.replace(/^.*[\\/](?=.)/s, "");
}

/** A text without the folders of the files it names. */
export function withoutFolders(text: string, paths: readonly string[]): string {
  // The longest first: one path may be the end of another.
  const byLength = paths.filter((path) => baseName(path) !== path).sort((a, b) => b.length - a.length);
  return byLength.reduce((left, path) => left.replaceAll(path, baseName(path)), text);
}
