/** What the build leaves in dist/shelf: compiled frameworks, so that scoring loads neither YAML nor a schema. */
export interface CompiledShelf {
  readonly frameworks: readonly ShelfEntry[];
}

export interface ShelfEntry {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly purpose: string;
  readonly audiences: readonly string[];
  readonly items: number;
  readonly dimensions: number;
  readonly minutes: number;
}

export const SHELF_INDEX = "index.json";
export const SHELF_STRATEGIES = "strategies.json";
export const SHELF_PROFILES = "profiles.json";
