import { h, svg } from "./dom";
import type { Texts } from "./texts";
import type { CareerLadder, Chart, Comparison, Gap, SalaryRange } from "./wire";

/** Drawings are 320 units wide and as wide as the bubble on the page. */
const WIDTH = 320;
const LINE = 16;

/** A chart with its title; what it shows is also said in words. Null for a kind not known here. */
export function chartFigure(chart: Chart, texts: Texts): HTMLElement | null {
  switch (chart.type) {
    case "salary_range":
      return figure(chart, ...salaryRange(chart));
    case "career_ladder":
      return figure(chart, ...careerLadder(chart, texts));
    case "gap":
      return figure(chart, ...gap(chart, texts));
    case "comparison":
      return comparison(chart);
    default:
      return null;
  }
}

function figure(chart: Chart, height: number, parts: SVGElement[]): HTMLElement {
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${height}`, class: "chart", role: "img", "aria-label": chart.alt },
    ...parts,
  );
  return h("figure", {}, h("figcaption", {}, chart.title), drawing);
}

function text(x: number, y: number, words: string, kind = "", anchor = "start"): SVGElement {
  return svg("text", { x, y, class: `chart-text ${kind}`, "text-anchor": anchor }, words);
}

function salaryRange(chart: SalaryRange): [number, SVGElement[]] {
  const own = chart.own;
  const amounts = chart.ranges.flatMap(({ low, high }) => [low, high]);
  if (own) amounts.push(own.amount);
  const most = Math.max(...amounts);
  const least = Math.min(...amounts);
  const margin = Math.max((most - least) * 0.12, most * 0.04);
  const from = Math.max(0, least - margin);
  const x = (amount: number) => round(4 + ((amount - from) / (most + margin - from)) * (WIDTH - 8));
  const row = 58;
  const parts = chart.ranges.flatMap((range, at) => {
    const y = at * row;
    const [left, right] = [x(range.low), x(range.high)];
    const low = money(range.low, chart.currency);
    const high = money(range.high, chart.currency) + (range.open ? "+" : "");
    return [
      text(0, y + 14, clipped(range.label, 46), "strong"),
      svg("rect", { x: 0, y: y + 22, width: WIDTH, height: 10, rx: 5, class: "chart-track" }),
      svg("rect", {
        x: left, y: y + 22, width: Math.max(4, right - left), height: 10, rx: 5, class: "chart-bar",
      }),
      range.open && svg("path", {
        d: `M${right - 2} ${y + 27}H${WIDTH - 8}m-5 -4 5 4 -5 4`, class: "chart-open",
      }),
      text(Math.min(left, WIDTH - 150), y + 47, `${low} – ${high}`),
      own && svg("path", { d: `M${x(own.amount)} ${y + 20}v14`, class: "chart-own" }),
    ].filter((part) => part instanceof SVGElement);
  });
  const height = chart.ranges.length * row;
  if (!own) return [height - 6, parts];
  const label = `${own.label}: ${money(own.amount, chart.currency)}`;
  parts.push(
    svg("path", { d: `M4 ${height + 2}v14`, class: "chart-own" }),
    text(14, height + 14, label, "strong"),
  );
  return [height + 20, parts];
}

/** The last step is on top, as on a ladder. */
function careerLadder(chart: CareerLadder, texts: Texts): [number, SVGElement[]] {
  const parts: SVGElement[] = [];
  let y = 4;
  let above: number | null = null;
  for (const stage of [...chart.stages].reverse()) {
    const lines = wrapped(stage.label, 40);
    const mark = stage.own ? texts.youAreHere : stage.target ? texts.yourGoal : null;
    const middle = y + 11;
    if (above !== null) {
      parts.unshift(svg("path", { d: `M12 ${above}V${middle}`, class: "chart-rail" }));
    }
    const kind = stage.own ? "here" : stage.target ? "goal" : "";
    parts.push(svg("circle", { cx: 12, cy: middle, r: 8, class: `chart-step ${kind}` }));
    lines.forEach((line, i) => parts.push(text(30, y + 15 + i * LINE, line, mark ? "strong" : "")));
    y += lines.length * LINE;
    if (mark) {
      parts.push(text(30, y + 15, mark, "own"));
      y += LINE;
    }
    y += 18;
    above = middle;
  }
  return [y, parts];
}

const SIGNS = { met: "M-4 0l3 3 5 -6", unmet: "M-3.5 -3.5l7 7m0 -7l-7 7", unknown: "" };

function gap(chart: Gap, texts: Texts): [number, SVGElement[]] {
  const parts: SVGElement[] = [];
  let y = 4;
  for (const { label, state, have, need, unit } of chart.requirements) {
    const counted = have !== null && need !== null && need > 0;
    const value = counted ? `${number(have)} / ${number(need)} ${unit}` : texts[state];
    parts.push(
      svg("circle", { cx: 10, cy: y + 10, r: 9, class: `chart-state ${state}` }),
      state === "unknown"
        ? text(10, y + 14.5, "?", "sign strong", "middle")
        : svg("path", {
          d: SIGNS[state], transform: `translate(10 ${y + 10})`, class: "chart-sign",
        }),
      text(WIDTH, y + 15, value.trim(), "", "end"),
    );
    const lines = wrapped(label, 26);
    lines.forEach((line, i) => parts.push(text(28, y + 15 + i * LINE, line, "strong")));
    y += lines.length * LINE + 8;
    if (counted) {
      const width = WIDTH - 28;
      const share = Math.min(1, Math.max(0, have / need));
      parts.push(
        svg("rect", { x: 28, y, width, height: 6, rx: 3, class: "chart-track" }),
        svg("rect", { x: 28, y, width: round(width * share), height: 6, rx: 3, class: "chart-bar" }),
      );
      y += 10;
    }
    y += 8;
  }
  return [y, parts];
}

/** Each row's name stands above its two cells, so that these have room on a phone. */
function comparison(chart: Comparison): HTMLElement {
  const head = h("tr", {}, ...chart.columns.map((column) => h("th", { scope: "col" }, column)));
  const bodies = chart.rows.map((row) =>
    h(
      "tbody",
      {},
      h("tr", {}, h("th", { scope: "rowgroup", colspan: 2 }, row.label)),
      h("tr", {}, ...row.cells.map((cell) => h("td", {}, begun(cell)))),
    ),
  );
  const caption = h("caption", { class: "hidden" }, chart.title);
  return h("table", { class: "comparison" }, caption, h("thead", {}, head), ...bodies);
}

function begun(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function money(amount: number, currency: string): string {
  const style = { style: "currency", currency, maximumFractionDigits: 0 } as const;
  try {
    return new Intl.NumberFormat("en-US", style).format(amount);
  } catch {
    return `${amount.toLocaleString("en-US")} ${currency}`;
  }
}

function number(value: number): string {
  return String(round(value));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function clipped(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}

function wrapped(words: string, most: number): string[] {
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const last = lines[lines.length - 1]!;
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.map((line) => clipped(line, most + 4));
}
