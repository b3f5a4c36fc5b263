import { h } from "./dom";
import type { Texts } from "./texts";

/** Asks whether to start over; `answer` gets the answer once. Escape is a no. */
export function restartQuestion(texts: Texts, answer: (yes: boolean) => void): HTMLElement {
  const yes = h("button", { type: "button", class: "yes" }, texts.restartYes);
  const no = h("button", { type: "button", class: "no" }, texts.restartNo);
  const question = h(
    "div",
    { class: "question", role: "alertdialog", "aria-label": texts.restartQuestion },
    h("p", {}, texts.restartQuestion),
    h("div", {}, yes, no),
  );
  no.addEventListener("click", () => answer(false));
  yes.addEventListener("click", () => {
    yes.disabled = true;
    answer(true);
  });
  question.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    // It would close the panel too.
    event.stopPropagation();
    answer(false);
  });
  return question;
}
