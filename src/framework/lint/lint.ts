import type { Complaint } from "../complaint.ts";
import { bandsAscend } from "./bands.ts";
import { contextOf, type LintInput, type Rule } from "./context.ts";
import { dimensionsHaveItems, facetSharesSumToOne, figuresHaveNoDirection, sameScaleEnds } from "./dimensions.ts";
import { conditionsCanHold, soundConditions } from "./findings.ts";
import { formsCoverDimensions, formsKeepReversedItems } from "./forms.ts";
import { soundFormulas } from "./formulas.ts";
import { repeatedIds, reservedNames } from "./names.ts";
import { outcomesSuitTheirScale } from "./outcomes.ts";
import {
  danglingReferences,
  headlineIsComposite,
  itemsHaveAScale,
  itemsHaveAUse,
  unusedDefinitions,
} from "./references.ts";
import { dimensionsHaveReversedItems, enoughReversedItems } from "./reversed.ts";
import { soundScales } from "./scales.ts";
import { facetsAreAddressed, strategiesAddressSomething } from "./strategies.ts";
import { soundLinks } from "./structure.ts";
import { thresholdsCanBeReached, weightsKeepSumsExact } from "./weights.ts";
import { everyAudienceHasAText, shortEnough } from "./wording.ts";

const RULES: readonly Rule[] = [
  repeatedIds,
  reservedNames,
  danglingReferences,
  headlineIsComposite,
  itemsHaveAScale,
  itemsHaveAUse,
  unusedDefinitions,
  everyAudienceHasAText,
  shortEnough,
  soundScales,
  outcomesSuitTheirScale,
  bandsAscend,
  dimensionsHaveItems,
  sameScaleEnds,
  figuresHaveNoDirection,
  facetSharesSumToOne,
  thresholdsCanBeReached,
  weightsKeepSumsExact,
  dimensionsHaveReversedItems,
  enoughReversedItems,
  soundFormulas,
  soundLinks,
  soundConditions,
  conditionsCanHold,
  formsCoverDimensions,
  formsKeepReversedItems,
  strategiesAddressSomething,
  facetsAreAddressed,
];

/**
 * What no schema can see: whether ids are told apart, references resolve, weights and formulas can work, findings can
 * appear, and the questions keep to good practice.
 */
export function lintFramework(input: LintInput): Complaint[] {
  const context = contextOf(input);
  return RULES.flatMap((rule) => [...rule(context)]);
}
