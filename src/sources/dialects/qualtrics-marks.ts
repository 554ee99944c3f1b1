import type { KeptMarks, RowRule } from "../../response/table-head.ts";
import { FALSE, numbers, SPAM_WORDS, TRIAL_WORDS } from "./mark-words.ts";

/** As Qualtrics numbers the kinds of a response. */
const TRIAL_NUMBERS = [1, 2, 9, 17, 256];
const SPAM_NUMBERS = [8, 12, 40];
const KEPT_NUMBERS = [0, 4, 16, 32];
/** Answers of people, in words; the first is named in the language of whoever exports. */
const KEPT_WORDS = ["ip address", "ip-adresse", "adresse ip", "dirección ip", "direccion ip", "indirizzo ip"].concat(
  ["endereço ip", "ip-adres", "ip-adress", "ip-osoite", "adres ip", "ip adresa", "ip adresi", "ip-адрес", "ip-cím"],
  ["ip アドレス", "ipアドレス", "ip 地址", "ip地址", "ip 주소", "ip"],
  ["imported", "offline", "offline response", "offline survey response", "ex", "default", "normal"],
);

const ALL = [...KEPT_WORDS, ...TRIAL_WORDS, ...SPAM_WORDS].concat(
  numbers([...KEPT_NUMBERS, ...TRIAL_NUMBERS, ...SPAM_NUMBERS]),
);

/** own: as `ownColumns` gives them. */
export function qualtricsRules(own: readonly (string | null)[]): readonly RowRule[] {
  const rule = (column: string, exclude: RowRule["exclude"], when: RowRule["when"]): readonly RowRule[] => {
    const at = own.indexOf(column);
    return at < 0 ? [] : [{ column: at, exclude, when }];
  };
  return [
    ...rule("status", "preview", { kind: "one of", values: [...TRIAL_WORDS, ...numbers(TRIAL_NUMBERS)] }),
    // The channel is the same word in every language.
    ...rule("distributionchannel", "preview", { kind: "one of", values: ["preview"] }),
    ...rule("status", "spam", { kind: "one of", values: [...SPAM_WORDS, ...numbers(SPAM_NUMBERS)] }),
    ...rule("finished", "incomplete", { kind: "one of", values: [...FALSE, ...numbers([0])] }),
    ...rule("progress", "incomplete", { kind: "under", limit: 100 }),
  ];
}

/** All that the status may say. */
export function keptStatus(own: readonly (string | null)[]): KeptMarks | undefined {
  const column = own.indexOf("status");
  return column < 0 ? undefined : { column, values: ALL };
}
