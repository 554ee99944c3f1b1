import type { Framework } from "../framework/types.ts";
import { questionCode } from "../response/columns/question-code.ts";
import { codebookCsv } from "./codebook-csv.ts";
import { codebookR } from "./codebook-r.ts";
import { codebookSpss } from "./codebook-spss.ts";
import { refuseLost } from "./comes-back.ts";
import { csvTemplate } from "./csv-template.ts";
import { googleFormsScript, googleHeading } from "./google-forms-script.ts";
import type { Instrument, InstrumentItem, InstrumentPart } from "./instrument.ts";
import { limesurveyTsv } from "./limesurvey-tsv.ts";
import { markdownInstrument } from "./markdown.ts";
import { qualtricsTxt } from "./qualtrics-txt.ts";
import type { Target } from "./target-names.ts";

interface Writer {
  write(instrument: Instrument): string;
  /** How the tool names an item's column in what it sends back. */
  heading(item: InstrumentItem, part: InstrumentPart): string;
}

const byId = ({ id }: InstrumentItem): string => id;
const byCode = ({ id }: InstrumentItem): string => questionCode(id);
const byWording = ({ text }: InstrumentItem): string => text;

const WRITERS: Readonly<Record<Target, Writer>> = {
  "csv-template": { write: csvTemplate, heading: byId },
  "google-forms-script": { write: googleFormsScript, heading: googleHeading },
  "limesurvey-tsv": { write: limesurveyTsv, heading: byCode },
  "qualtrics-txt": { write: qualtricsTxt, heading: byCode },
  markdown: { write: markdownInstrument, heading: byWording },
  "codebook-csv": { write: codebookCsv, heading: byId },
  "codebook-r": { write: codebookR, heading: byId },
  "codebook-spss": { write: codebookSpss, heading: byId },
};

/**
 * The framework in the shape of a target. Throws ProblemsError (EX001–EX003) where an answer would not be read back as what
 * it was.
 */
export function writeInstrument(target: Target, instrument: Instrument, framework: Framework): string {
  const { write, heading } = WRITERS[target];
  refuseLost(instrument, framework, heading);
  return write(instrument);
}
