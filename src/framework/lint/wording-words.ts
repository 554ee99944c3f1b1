/**
 * The words that the rules of wording look for, as data. English only. Each list is short on purpose: a word that is
 * usually harmless is left out, because a warning that is wrong once is not read the next time.
 */

/** Pairs that name one thing, or a course of time; asked about as one. */
export const FIXED_PAIRS: ReadonlySet<string> = new Set([
  ...["terms and conditions", "health and safety", "give and take", "research and development", "profit and loss"],
  ...["wear and tear", "trial and error", "pros and cons", "ups and downs", "ins and outs", "bits and pieces"],
  ...["peace and quiet", "law and order", "supply and demand", "checks and balances", "black and white"],
  ...["day and night", "night and day", "young and old", "old and new", "rich and poor", "men and women"],
  ...["words and deeds", "right and wrong", "right or wrong", "good and bad", "loud and clear", "safe and sound"],
  ...["up and running", "up and down", "back and forth", "here and there", "now and then", "now and again"],
  ...["time and again", "by and large", "once and for", "first and foremost", "sooner or later", "more or less"],
  ...["once or twice", "questions and answers", "buying and selling", "come and go", "comes and goes", "go and see"],
  ...["come and see", "friend or colleague", "friends or colleagues", "friends and family", "family and friends"],
  ...["whether or not", "and so on", "diversity and inclusion", "food and drink", "bread and butter", "one and only"],
  ...["wait and see", "pick and choose", "information and communication", "mergers and acquisitions"],
]);

/** Numbers in words: "one or two" is one amount. */
export const SMALL_NUMBERS: ReadonlySet<string> = new Set([
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "twelve",
]);

/** Words that deny. Those that also leave no exception are spoken of as absolutes. */
export const DENIALS =
  /\b(?:not|cannot|neither|nor|never|none|nobody|no[ -]one|nothing|nowhere|no|without)\b|\b[a-z]+n['’]t\b/gi;

/** Words that are bad or rare in themselves: harmless alone, and a double negation beside a word that denies. */
export const HIDDEN_DENIALS = new RegExp(
  `\\b(?:${[
    "un(?:able|aware|certain|clear|common|fair|fairly|friendly|happy|helpful|honest|important|just|kind|known|likely|necessary)",
    "un(?:pleasant|reasonable|reliable|safe|sure|true|usual|willing|wise)",
    "dis(?:agrees?|honest|honestly|like|likes|loyal|satisfied|trusts?|respects?)",
    "im(?:possible|polite|patient|proper)|in(?:capable|competent|correct|secure|sincere|sufficient)|irresponsible",
    "lacks?|lacking|refuses?|den(?:y|ies)|hardly|seldom|rarely|barely|scarcely",
  ].join("|")})\\b`,
  "gi",
);

/** Words to which a single exception is enough to disagree. */
export const ABSOLUTES =
  /\b(?:always|never|all|every|everybody|everyone|everything|none|nobody|no[ -]one|completely|totally|entirely|absolutely)\b/gi;

/** "every week" is how often and "at all" is emphasis: no absolutes. */
export const NO_ABSOLUTES =
  /\b(?:every (?:other |few |single )?(?:hour|shift|\w*day|morning|evening|night|week|month|quarter|season|year|now)s?|(?:at|after|above|first of|best of|once and for) all|all (?:in all|right|day|night|week|month|year|the same|of a sudden|round))\b/gi;

/** Words that tell people what to answer. */
export const LOADED =
  /\b(?:obviously|surely|of course|undoubtedly|no doubt|certainly|needless to say|as (?:you|we all) know|everybody knows|everyone knows|do(?:n['’]t| not) you (?:think|agree|find)|wouldn['’]t you|admittedly|unfortunately|luckily|even you)\b/gi;

/** Words of meetings and consultants that a shop floor does not use. */
export const JARGON =
  /\b(?:stakeholders?|touchpoints?|synerg(?:y|ies|istic)|leverag(?:e|es|ed|ing)|paradigms?|holistic(?:ally)?|proactive(?:ly)?|KPIs?|ROI|deliverables?|bandwidth|actionable|granular|scalable|omnichannel|ecosystems?|best[ -]practices?|value[ -]add(?:ed)?|buy-in|going forward|low-hanging fruit|deep dives?|core competenc(?:y|ies)|empower(?:s|ed|ing|ment)?|incentivi[sz](?:e|es|ed|ing)|operationali[sz](?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|learnings|alignment|cross-functional|mission-critical|thought leader(?:s|ship)?)\b/gi;

/** Words by which a text is known to be English; none of them is a common word of a neighbouring language. */
export const ENGLISH =
  /\b(?:the|this|that|these|their|they|them|our|your|us|it|with|when|what|which|who|whom|and|been|would|should|people|here|there|from|has|how|each|every|does|its)\b/i;

/**
 * Long words that everybody at work knows: the people and places such questions are about. They say nothing of how hard
 * a question is to read, and count as two syllables at most.
 */
export const KNOWN_TO_ALL =
  /^(?:compan(?:y|ies)|customers?|managers?|employees?|suppliers?|departments?|communit(?:y|ies)|neighbourhoods?|decisions?)(?:['’]s?)?$/i;
