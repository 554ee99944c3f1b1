import { visible } from "../../problems/quote.ts";
import type { Desk } from "../desk.ts";
import type { Host } from "../host.ts";

export interface Offer<T> {
  readonly name: string;
  readonly value: T;
}

/** Somebody who answers questions; null for an answer: nobody wants to go on. */
export interface Asker {
  /** One of several; the first is the likely one. */
  choose<T extends object | string>(question: string, offers: readonly Offer<T>[]): Promise<T | null>;
  /** A line; `complaint` says what is wrong with one. */
  line(question: string, complaint: (line: string) => string | null): Promise<string | null>;
}

/** Null: nobody can be asked. */
export function askerOf({ desk }: Host): Asker | null {
  if (desk === null) return null;
  return desk.plain ? spokenAsker(desk) : drawnAsker(desk);
}

function drawnAsker(desk: Desk): Asker {
  return {
    choose: async (question, offers) => {
      const { choose } = await import("../prompts/choose.ts");
      const answer = await choose(desk, question, shown(offers));
      return answer === "interrupted" ? null : answer.value;
    },
    line: async (question, complaint) => (await import("../prompts/ask-line.ts")).askLine(desk, question, complaint),
  };
}

/** Choices as they may be shown, each still knowing what it stands for. */
function shown<T>(offers: readonly Offer<T>[]): readonly { readonly name: string; readonly value: Offer<T> }[] {
  return offers.map((offer) => ({ name: visible(offer.name), value: offer }));
}

/** Plain lines: the choices are numbered, and Enter takes the first. */
function spokenAsker(desk: Desk): Asker {
  const line: Asker["line"] = async (question, complaint) =>
    (await import("../prompts/ask-line.ts")).askLine(desk, question, complaint);
  return {
    line,
    choose: async (question, offers) => {
      const rows = offers.map(({ name }, at) => `${at + 1}: ${visible(name)}\n`).join("");
      const numbers = new Set(offers.map((_, at) => String(at + 1)));
      const answer = await line(`${question}\n${rows}Number (Enter: 1)`, (text) =>
        text === "" || numbers.has(text) ? null : `Please type a number from 1 to ${offers.length}.`,
      );
      return answer === null ? null : (offers[Number(answer || "1") - 1]?.value ?? null);
    },
  };
}
