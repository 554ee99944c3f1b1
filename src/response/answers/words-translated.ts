/** The same as `NOT_APPLICABLE` in other languages: the plain words, and only where they mean nothing else. */
export const NOT_APPLICABLE_ABROAD: readonly string[] = [
  // de
  "nicht anwendbar",
  "nicht zutreffend",
  "entfällt",
  // fr
  "sans objet",
  "non applicable",
  "ne s'applique pas",
  "non concerné",
  "non concernée",
  // es
  "no aplica",
  "no aplicable",
  "no procede",
  // it
  "non applicabile",
  "non pertinente",
  // pt
  "não aplicável",
  "não se aplica",
  // nl
  "niet van toepassing",
  "n.v.t.",
  "nvt",
  // pl
  "nie dotyczy",
  // sv
  "ej tillämpligt",
  "inte tillämpligt",
  "ej aktuellt",
  // da
  "ikke relevant",
  // no
  "ikke aktuelt",
  // fi
  "ei koske minua",
  // tr
  "geçerli değil",
  // ar
  "لا ينطبق",
  // he
  "לא רלוונטי",
];

/** The same as `DONT_KNOW` in other languages. */
export const DONT_KNOW_ABROAD: readonly string[] = [
  // de
  "weiß nicht",
  "weiss nicht",
  "ich weiß nicht",
  "ich weiss nicht",
  "keine angabe",
  "k. a.",
  "k.a.",
  "keine meinung",
  "kann ich nicht beurteilen",
  // fr
  "je ne sais pas",
  "ne sait pas",
  "nsp",
  "ne se prononce pas",
  "sans opinion",
  "sans avis",
  "je préfère ne pas répondre",
  // es
  "no sé",
  "no lo sé",
  "no sabe",
  "no sabe / no contesta",
  "no sabe/no contesta",
  "ns/nc",
  "sin opinión",
  "prefiero no responder",
  "prefiero no contestar",
  // it
  "non so",
  "non saprei",
  "nessuna opinione",
  "preferisco non rispondere",
  // pt
  "não sei",
  "não sabe",
  "sem opinião",
  "prefiro não responder",
  // nl
  "weet niet",
  "weet ik niet",
  "ik weet het niet",
  "geen mening",
  "zeg ik liever niet",
  // pl
  "nie wiem",
  "trudno powiedzieć",
  "wolę nie odpowiadać",
  // sv
  "vet ej",
  "vet inte",
  "jag vet inte",
  "ingen åsikt",
  "vill inte svara",
  "vill ej svara",
  // da
  "ved ikke",
  "jeg ved ikke",
  "det ved jeg ikke",
  // no
  "vet ikke",
  "jeg vet ikke",
  // fi
  "en tiedä",
  "en osaa sanoa",
  "en halua vastata",
  // tr
  "bilmiyorum",
  "fikrim yok",
  // ar
  "لا أعرف",
  "لا أدري",
  "أفضل عدم الإجابة",
  // he
  "לא יודע",
  "לא יודעת",
  "לא יודע/ת",
  "אין לי דעה",
];
