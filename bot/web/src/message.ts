import { chartFigure } from "./charts";
import { h, icon } from "./dom";
import { markdown, plainText } from "./markdown";
import type { Texts } from "./texts";
import type { Attachment, CoachMessage, Comparison, Source } from "./wire";

export interface Hooks {
  texts: Texts;
  rate(token: string, useful: boolean): Promise<void>;
  say(words: string): void;
}

/** What a visitor said, as it was typed, and a line for what became of it. */
export function visitorBubble(shown: string, texts: Texts): HTMLElement {
  return h(
    "div",
    { class: "said" },
    h("span", { class: "hidden" }, `${texts.you}: `),
    h("span", { class: "typed" }, shown),
    h("span", { class: "fate" }),
  );
}

export function setFate(bubble: HTMLElement, words: string): void {
  bubble.querySelector(".fate")!.textContent = words;
}

/** What the coach said, without its next questions. */
export function coachBubble(message: CoachMessage, hooks: Hooks): HTMLElement {
  const { texts } = hooks;
  const custom = message.custom ?? {};
  const sources = custom.sources ?? [];
  const chart = custom.chart ?? null;
  const beside = chart?.type === "comparison" ? chart : null;
  return h(
    "div",
    { class: `answer ${custom.kind === "error" ? "failed" : ""}`, lang: "en" },
    h("span", { class: "hidden" }, `${texts.coach}: `),
    beside && chartFigure(beside, texts),
    markdown(without(message.text ?? "", sources, beside)),
    chart && !beside && chartFigure(chart, texts),
    ...(custom.attachments ?? []).map((file) => download(file, texts)),
    sources.length > 0 && sourceList(sources, texts),
    custom.rating ? thumbs(custom.rating, hooks) : null,
  );
}

/** A message as it is read out. */
export function spoken(message: CoachMessage): string {
  const chart = message.custom?.chart;
  const words = plainText(message.text ?? "");
  return chart && chart.type !== "comparison" ? `${words}\n${chart.alt}` : words;
}

/** The text without what stands beside it: the line of sources, the cells of the table. */
function without(text: string, sources: Source[], table: Comparison | null): string {
  let shown = sources.length > 0 ? text.replace(/(^|\n)_Sources?: [^\n]*_(?=\n|$)/g, "") : text;
  if (table) {
    const cells = new Set(table.rows.flatMap((row) => row.cells.map(core)));
    shown = shown
      .split("\n")
      .filter((line) => !cells.has(core(line.replace(/^- \*\*[^*]+\*\*: /, ""))))
      .join("\n");
  }
  return shown;
}

/** A statement as the end of a line and as the content of a cell are alike. */
function core(words: string): string {
  return words.trim().replace(/\.$/, "").toLowerCase();
}

function sourceList(sources: Source[], texts: Texts): HTMLElement {
  const documents = new Map<string, Set<string>>();
  for (const { document, section } of sources) {
    documents.set(document, (documents.get(document) ?? new Set()).add(section));
  }
  const lines = [...documents].map(([document, sections]) => [
    h("cite", {}, document), ` – ${[...sections].join("; ")}`,
  ] as const);
  if (sources.length === 1) {
    return h("p", { class: "sources" }, `${texts.source}: `, ...lines[0]!);
  }
  const items = lines.map((line) => h("li", {}, ...line));
  return h(
    "details",
    { class: "sources" },
    h("summary", {}, `${texts.sources} (${sources.length})`),
    h("ul", {}, ...items),
  );
}

/** A link to a file that is made here, of the text that came with the answer. */
function download({ name, media_type, content }: Attachment, texts: Texts): HTMLElement {
  const type = /^(text\/(plain|markdown|csv)|application\/json)$/.test(media_type)
    ? media_type
    : "application/octet-stream";
  const href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  return h(
    "p",
    {},
    h("a", { class: "file", href, download: name }, DOWNLOAD(), `${texts.download} ${name}`),
  );
}

function thumbs(token: string, { texts, rate, say }: Hooks): HTMLElement {
  const rates: [boolean, string, SVGElement][] = [
    [true, texts.helpful, UP()],
    [false, texts.unhelpful, DOWN()],
  ];
  const buttons = rates.map(([useful, label, drawing]) => {
    const button = h(
      "button",
      { type: "button", class: "thumb", "aria-label": label, title: label, "aria-pressed": "false" },
      drawing,
    );
    button.addEventListener("click", () => void choose(button, useful));
    return button;
  });
  async function choose(chosen: HTMLElement, useful: boolean): Promise<void> {
    try {
      await rate(token, useful);
      buttons.forEach((b) => b.setAttribute("aria-pressed", String(b === chosen)));
      say(texts.thanks);
    } catch {
      say(texts.ratingFailed);
    }
  }
  return h("div", { class: "thumbs" }, ...buttons);
}

const THUMB =
  "M7 11v9H4a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h3zm0 0 4-8a2.5 2.5 0 0 1 2.5 2.5V9H19a2 2 0 0 1 2 "
  + "2.3l-1.2 7A2 2 0 0 1 17.8 20H7";
const UP = () => icon(THUMB);
const DOWN = () => {
  const drawing = icon(THUMB);
  drawing.classList.add("turned");
  return drawing;
};
const DOWNLOAD = () => icon("M12 4v11m0 0-4-4m4 4 4-4M5 20h14");
