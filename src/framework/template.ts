/** The id and title of a framework that is to be begun. */
export interface NewFramework {
  /** kebab-case, the same as the file name without `.yaml` */
  readonly id: string;
  readonly title: string;
}

/**
 * The YAML of a small framework that is complete, valid and free of warnings, with comments that teach the format:
 * two dimensions with a reverse-keyed item each, a composite and two findings.
 */
export function newFramework({ id, title }: NewFramework): string {
  // A JSON string is a YAML string too, whatever characters the title holds.
  return `# yaml-language-server: $schema=./framework.schema.json
#
# A framework asks people questions and says what the answers mean. Change this one piece by piece, and after
# each change run: trust-audit frameworks validate FILE
# Every field is described in docs/framework-format.md.
#
# The first line lets editors complete and check the fields, once the schema lies beside this file:
# trust-audit frameworks schema > framework.schema.json
format: 1
id: ${id}
version: 1.0.0            # raise the first number when scores stop being comparable
title: ${JSON.stringify(title)}
purpose: >-
  Say in one or two sentences what this framework is for, and who should use it.
provenance: >-
  Own wording, not yet validated. Say here which work it builds on.
headline: trust           # the composite a report leads with

# Who answers. Each audience may have its own wording of an item.
audiences:
  - { id: employees, title: Employees, intro: "Please think of the last six months." }
  - { id: customers, title: Customers }

# \`agree\` is ready-made: strongly disagree (1) to strongly agree (5). So are rating, yes-partly-no, in-place,
# trend and severity. A scale of your own goes under \`scales:\`.
defaults:
  scale: agree            # the scale of every item that names none
  min_answered: 0.5       # share of a dimension that must be answered for a score
  target: 75              # on the index from 0 to 100, where 100 is best

# A dimension is what several items measure together. Facets tie it to strategies; their shares sum to 1.
dimensions:
  - id: openness
    title: Openness
    about: How far the business says what matters, in time and without being asked.
    facets: { openness: 0.7, listening: 0.3 }
  - id: self_interest
    title: Self-interest
    about: How far the business is seen to put itself first; a high answer is bad.
    direction: lower      # a high answer is bad
    facets: { care: 0.5, fairness: 0.5 }

# One short idea each, about behaviour people can observe. At least one item in five is worded the other way
# round (\`reverse: true\`), so that a habit of agreeing does not look like an opinion.
items:
  - { id: O1, dimension: openness, text: News that concerns us reaches us in time. }
  - id: O2
    dimension: openness
    text:                 # a wording for each audience
      employees: My manager explains the reasons for decisions.
      customers: This business explains the reasons for its prices.
  - { id: O3, dimension: openness, reverse: true, text: We learn of problems from outsiders first. }
  - { id: S1, dimension: self_interest, text: This business looks after its own advantage first. }
  - { id: S2, dimension: self_interest, text: Promises are bent when they become costly. }
  - { id: S3, dimension: self_interest, reverse: true, text: This business puts itself out to help others. }

# A composite is a formula over dimensions: + - * / ( ) min max mean log.
composites:
  - id: trust
    title: Trust
    about: Openness set against self-interest; on the log scale, because it is a ratio.
    formula: openness / self_interest
    transform: log

# A finding appears when all its conditions hold. They judge the index from 0 to 100, where 100 is best,
# also of dimensions on which a high answer is bad.
findings:
  - id: words-missing
    title: People are left without news
    severity: high        # high, medium, low, or strength for good news
    when:
      - { of: openness, below: 50 }
    says: >-
      People hear too little, or hear it too late. What is not told is filled with guesses, and the guesses are
      seldom kind.
    ask: What did people learn last month that they should have heard from us?
  - id: kind-but-silent
    title: Good will that nobody hears of
    severity: medium
    when:
      - { of: self_interest, ahead_of: openness, by: 15 }
    says: >-
      People believe that the business means well, and still feel left in the dark. Here a little news goes a
      long way.
`;
}
