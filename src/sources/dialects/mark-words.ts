/** Trials, generated tests and synthetic answers: no people. The preview in the languages it has been seen in, and near ones. */
export const TRIAL_WORDS: readonly string[] = [
  ...["survey preview", "survey test", "survey preview spam", "offline survey preview", "synthetic", "preview"],
  ...["umfragevorschau", "vorschau der umfrage", "umfrage-vorschau", "vorschau", "umfragetest"],
  ...[
    "aperçu de l'enquête",
    "aperçu de l’enquête",
    "aperçu du sondage",
    "aperçu de l'étude",
    "aperçu",
    "test d'enquête",
  ],
  ...["vista previa de la encuesta", "vista previa de encuesta", "vista previa", "prueba de encuesta"],
  ...["visualização da pesquisa", "prévia da pesquisa", "pré-visualização da pesquisa", "prévia"],
  ...["anteprima sondaggio", "anteprima del sondaggio", "anteprima indagine", "anteprima"],
  ...["enquêtevoorbeeld", "voorbeeld van enquête", "enquêtevoorvertoning", "voorvertoning"],
  ...["förhandsgranskning av undersökning", "förhandsgranska undersökning", "förhandsgranskning"],
  ...["forhåndsvisning af undersøgelse", "forhåndsvisning av undersøkelse", "forhåndsvisning"],
  ...["kyselyn esikatselu", "esikatselu", "podgląd ankiety", "podgląd", "предварительный просмотр опроса"],
  ...["アンケートのプレビュー", "プレビュー", "调查预览", "預覽調查", "설문조사 미리보기"],
];
export const SPAM_WORDS: readonly string[] = ["spam", "possible spam", "imported spam", "ex spam"];

/** "false" in the languages spreadsheets write it in. */
export const FALSE: readonly string[] = ["false", "falsch", "faux", "falso", "onwaar", "falsk", "falskt"].concat([
  "usann",
  "epätosi",
  "fałsz",
  "nepravda",
  "hamis",
  "yanlış",
  "ложь",
]);

/** As exports write them, and as statistics programs do that read a column with gaps. */
export function numbers(values: readonly number[]): readonly string[] {
  return values.flatMap((value) => [String(value), `${value}.0`]);
}
