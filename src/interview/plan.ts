import { chooseNamed } from "../framework/choose.ts";
import { minutesFor } from "../framework/minutes.ts";
import type { Framework } from "../framework/types.ts";
import type { InterviewPlan, InterviewSetup, ItemQuestion } from "./types.ts";

/**
 * The setup with everything the questions need: the items of its form, worded for its audience, in framework order and
 * numbered from 1 as on paper. An item without a wording for the audience is not asked.
 * Throws ProblemsError (SC001) where the framework has no such audience or form.
 */
export function planInterview(framework: Framework, setup: InterviewSetup): InterviewPlan {
  const audience = chooseNamed("audience", setup.audience, framework.audiences);
  const items = itemsOf(framework, setup);
  return {
    setup,
    title: framework.title,
    purpose: framework.purpose,
    intro: audience.intro ?? null,
    audience: audience.id,
    unit: framework.unit,
    minutes: Math.ceil(minutesFor(setup.segments.length + items.length)),
    items,
  };
}

function itemsOf(framework: Framework, { audience, form }: InterviewSetup): readonly ItemQuestion[] {
  const asked = form === null ? null : new Set(chooseNamed("form", form, framework.forms).items);
  const items: ItemQuestion[] = [];
  for (const item of framework.items) {
    const text = item.text.get(audience);
    const scale = framework.scales.get(item.scale);
    if (text === undefined || scale === undefined || asked?.has(item.id) === false) continue;
    const last = item.dimension === undefined ? { outcome: true as const } : {};
    items.push({ id: item.id, number: items.length + 1, text, scale, ...last });
  }
  return items;
}
