import { isOfPeople } from "../../interview/seating.ts";
import type { InterviewSetup } from "../../interview/types.ts";
import type { Journal } from "../../sources/journal/journal.ts";
import type { Host } from "../host.ts";
import { agrees } from "./ask.ts";
import type { SurveyFlags } from "./flags.ts";
import { tell, tellAlways } from "./tell.ts";
import { JOURNAL_DELETED, journalKeptWords, journalQuestion } from "./words.ts";

/** What becomes of the journal when everything else is written and shown. */
export interface Dismissal {
  /** As the flags say it; null: somebody is asked. */
  readonly deletes: boolean | null;
  /** Whether it may go. Where that was asked for and denied, it says that the journal stays. */
  agreed(csv: string | null): Promise<boolean>;
  /** Deletes it, and says so. Throws ProblemsError. */
  remove(): Promise<void>;
  /** It was to be deleted, and cannot be yet. */
  keep(): Promise<void>;
}

/**
 * The file of answers holds all that is needed; where people took turns, the journal also tells in which order.
 * @param ended `name`: the journal as the user knows it
 */
export function dismissalOf(
  host: Host,
  ended: { readonly journal: Journal; readonly name: string; readonly setup: InterviewSetup },
  { keepJournal, deleteJournal }: SurveyFlags,
): Dismissal {
  const { journal, name, setup } = ended;
  const { desk } = host;
  const keep = () => tellAlways(host, journalKeptWords(name));
  const isAsked = deleteJournal !== true && keepJournal !== true && isOfPeople(setup.seating) && desk !== null;
  const deletes = isAsked ? null : deleteJournal === true;
  return {
    deletes,
    agreed: async (csv) => {
      if (!isAsked) return deletes === true;
      if (await agrees(desk, journalQuestion(setup.seating, csv))) return true;
      await keep();
      return false;
    },
    remove: async () => {
      journal.remove();
      await tell(host, JOURNAL_DELETED);
    },
    keep,
  };
}
