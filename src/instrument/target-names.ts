/** What a framework can be written as, beside the sheet of paper; as `--to` names it. */
export const TARGETS = [
  "csv-template",
  "google-forms-script",
  "limesurvey-tsv",
  "qualtrics-txt",
  "markdown",
  "codebook-csv",
  "codebook-r",
  "codebook-spss",
] as const;
export type Target = (typeof TARGETS)[number];
