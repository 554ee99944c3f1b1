import type { CodedScale } from "../../src/framework/types.ts";
import type { InterviewPlan, ItemQuestion, Seating } from "../../src/interview/types.ts";
import { AGREE, RATING, TURNOVER } from "../response/fixture.ts";

/** Answers on both sides of nought. */
const SHIFT: CodedScale = {
  ...AGREE,
  id: "shift",
  points: [-2, -1, 0, 1, 2].map((code) => ({ code, aliases: [] })),
  min: -2,
  max: 2,
};

function item(number: number, id: string, scale: ItemQuestion["scale"]): ItemQuestion {
  return { id, number, text: `Text of ${id}`, scale };
}

export const ITEMS: readonly ItemQuestion[] = [
  item(1, "C1", AGREE),
  item(2, "C2", AGREE),
  item(3, "R1", TURNOVER),
  item(4, "C.note", AGREE),
  item(5, "recommend", RATING),
  item(6, "shift", SHIFT),
];

export function planOf(items: readonly ItemQuestion[], seating: Seating = { kind: "participants", count: 3 }) {
  return {
    setup: {
      framework: { ref: "small", id: "small", version: "1.0.0", hash: "" },
      audience: "employees",
      form: null,
      seating,
      shuffle: null,
      segments: [
        { name: "department", options: ["Sales", "Front desk", "front Desk 2"] },
        { name: "job family", options: [] },
      ],
    },
    title: "Small",
    purpose: "",
    intro: null,
    audience: "employees",
    unit: "person",
    minutes: 1,
    items,
  } satisfies InterviewPlan;
}

export const PLAN: InterviewPlan = planOf(ITEMS);
export const ROOM: InterviewPlan = planOf(ITEMS, { kind: "consensus" });
