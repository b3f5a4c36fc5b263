// A click on an example question asks it in the widget.
for (const button of document.querySelectorAll("[data-ask]")) {
  button.addEventListener("click", () => window.CareerCoach?.ask(button.textContent));
}
