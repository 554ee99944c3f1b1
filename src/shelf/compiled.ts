import type { FrameworkDocument } from "../framework/document.ts";

/** What the build leaves in dist/shelf: validated documents, so that scoring loads neither YAML nor a schema. */
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

export interface CompiledFramework {
  readonly document: FrameworkDocument;
  readonly hash: string;
}

export const SHELF_INDEX = "index.json";
export const SHELF_STRATEGIES = "strategies.json";
export const SHELF_PROFILES = "profiles.json";
