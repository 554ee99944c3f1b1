import type { Complaint } from "../complaint.ts";
import { everyAudienceHasAText, everyAudienceIsAsked } from "./audiences.ts";
import { bandsAscend } from "./bands.ts";
import { everyAudienceHasAFormula, formulasAreAsked, supplementaryStaysOutside } from "./composites.ts";
import { conditionsOfLevels, gapsAreAsked } from "./conditions.ts";
import { contextOf, type LintInput, type Rule } from "./context.ts";
import { soundCosts } from "./costs.ts";
import { dimensionsHaveItems, facetSharesSumToOne, figuresHaveNoDirection, sameScaleEnds } from "./dimensions.ts";
import { conditionsCanHold, soundConditions } from "./findings.ts";
import { formsCoverDimensions, formsKeepReversedItems } from "./forms.ts";
import { soundFormulas } from "./formulas.ts";
import { soundCaps, soundLadder } from "./ladder.ts";
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
import { contextSteers, importanceIsAnOpinion, soundTriage, touchpointsAreAsked } from "./sections.ts";
import { facetsAreAddressed, strategiesAddressSomething } from "./strategies.ts";
import { soundLinks } from "./structure.ts";
import { oneKindOfFormula, skipsOnlyFromAMean, weightsSumToOne } from "./weighted.ts";
import { thresholdsCanBeReached, weightsKeepSumsExact } from "./weights.ts";
import { shortEnough } from "./wording.ts";

const RULES: readonly Rule[] = [
  repeatedIds,
  reservedNames,
  danglingReferences,
  headlineIsComposite,
  itemsHaveAScale,
  itemsHaveAUse,
  unusedDefinitions,
  everyAudienceHasAText,
  everyAudienceIsAsked,
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
  oneKindOfFormula,
  everyAudienceHasAFormula,
  weightsSumToOne,
  supplementaryStaysOutside,
  formulasAreAsked,
  skipsOnlyFromAMean,
  soundLadder,
  soundCaps,
  touchpointsAreAsked,
  importanceIsAnOpinion,
  soundTriage,
  contextSteers,
  soundCosts,
  soundLinks,
  soundConditions,
  conditionsCanHold,
  conditionsOfLevels,
  gapsAreAsked,
  formsCoverDimensions,
  formsKeepReversedItems,
  strategiesAddressSomething,
  facetsAreAddressed,
];

/**
 * What no schema can see: whether ids are told apart, references resolve, weights and formulas can work, findings can
 * appear, and the questions keep to good practice. How they are worded is judged by itself, for those who ask
 * (`lintWording`).
 */
export function lintFramework(input: LintInput): Complaint[] {
  const context = contextOf(input);
  return RULES.flatMap((rule) => [...rule(context)]);
}
