/** One calm screen, before anything decides how it looks. All texts are plain text. */
export interface Screen {
  /** Small, at the top: the survey's title, or "7 of 20 have answered". */
  readonly title: string;
  readonly progress: { readonly done: number; readonly of: number; readonly words: string } | null;
  /** The question, large; or what this screen is about. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly options: readonly ScreenOption[];
  /** A line to type on: shown last, with the cursor behind `text`. */
  readonly input: { readonly label: string; readonly text: string } | null;
  /** What went wrong, or what was just saved; null: nothing. */
  readonly notice: { readonly text: string; readonly tone: "plain" | "warning" } | null;
  /** What else can be pressed. */
  readonly keys: readonly { readonly key: string; readonly does: string }[];
  /** Another person sits down now: nothing of before may be left anywhere, scroll-back included. */
  readonly wipe: boolean;
  /** Somebody else is to read it than whoever pressed the last key: keys that were typed ahead are dropped. */
  readonly settles?: true;
}

export interface ScreenOption {
  /** What to press. */
  readonly key: string;
  readonly label: string;
  /** Given before, on this question. */
  readonly chosen: boolean;
  /** Where the arrow keys are; Enter takes it. */
  readonly marked: boolean;
}
