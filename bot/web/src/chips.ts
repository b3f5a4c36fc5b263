import { h } from "./dom";
import type { Texts } from "./texts";
import type { CoachMessage } from "./wire";

/** What is shown of a next question, and what is sent: its words or a signed payload. */
export type Question = readonly [shown: string, sent: string];

export function questionsOf(message: CoachMessage): Question[] {
  return (message.buttons ?? []).map(({ title, payload }) => [title, payload] as const);
}

/** The next questions, as buttons in a list. */
export class Chips {
  readonly element: HTMLElement;

  constructor(texts: Texts) {
    this.element = h("ul", { class: "chips", "aria-label": texts.next });
  }

  show(questions: Question[], press: (question: Question) => void): void {
    this.clear();
    const items = questions.map((question) => {
      const chip = h("button", { type: "button", class: "chip" }, question[0]);
      chip.addEventListener("click", () => press(question));
      return h("li", {}, chip);
    });
    this.element.append(...items);
  }

  clear(): void {
    this.element.remove();
    this.element.replaceChildren();
  }
}
