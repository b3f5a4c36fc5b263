import { h } from "./dom";

/** The Markdown that the coach writes, as nodes. HTML in it stays text, odd links too. */
export function markdown(text: string): DocumentFragment {
  const result = document.createDocumentFragment();
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  let at = 0;
  while (at < lines.length) {
    const block = BLOCKS.find(({ starts }) => starts.test(lines[at]!))!;
    let end = at + 1;
    while (end < lines.length && block.goesOn(lines[end]!)) end += 1;
    const node = block.node(lines.slice(at, end));
    if (node) result.append(node);
    at = end;
  }
  return result;
}

/** The same without its marks, to be read out. */
export function plainText(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|`)/g, "")
    .replace(/(^|\s)_([^_]+)_(?=\W|$)/g, "$1$2")
    .replace(/^\s*[-*#>]+\s+/gm, "")
    .trim();
}

interface Block {
  starts: RegExp;
  goesOn(line: string): boolean;
  node(lines: string[]): Node | null;
}

const BULLET = /^\s*[-*]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;
const HEADING = /^(#{1,6})\s+/;
const ROW = /^\s*\|.*\|\s*$/;
const SPECIAL = [BULLET, NUMBER, HEADING, ROW];

const BLOCKS: Block[] = [
  { starts: /^\s*$/, goesOn: () => false, node: () => null },
  {
    starts: HEADING,
    goesOn: () => false,
    // The panel's own heading is of level 2.
    node: ([line]) => h("h3", {}, inline(line!.replace(HEADING, ""))),
  },
  {
    starts: BULLET,
    goesOn: (line) => BULLET.test(line) || /^\s{2,}\S/.test(line),
    node: (lines) => h("ul", {}, ...items(lines, BULLET)),
  },
  {
    starts: NUMBER,
    goesOn: (line) => NUMBER.test(line) || /^\s{2,}\S/.test(line),
    node: (lines) => h("ol", {}, ...items(lines, NUMBER)),
  },
  { starts: ROW, goesOn: (line) => ROW.test(line), node: table },
  {
    starts: /./s,
    goesOn: (line) => line.trim() !== "" && !SPECIAL.some((special) => special.test(line)),
    node: (lines) => h("p", {}, inline(lines.join("\n"))),
  },
];

/** List items; a line without a mark of its own belongs to the item before it. */
function items(lines: string[], mark: RegExp): HTMLElement[] {
  const texts: string[] = [];
  for (const line of lines) {
    if (mark.test(line) || texts.length === 0) texts.push(line.replace(mark, ""));
    else texts[texts.length - 1] += `\n${line.trim()}`;
  }
  return texts.map((text) => h("li", {}, inline(text)));
}

function table(lines: string[]): Node {
  const rows = lines
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) => line.trim().slice(1, -1).split("|").map((cell) => cell.trim()));
  const [head = [], ...body] = rows;
  return h(
    "div",
    { class: "wide", tabindex: "0", role: "group" },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, inline(cell))))),
      h("tbody", {}, ...body.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, inline(cell)))))),
    ),
  );
}

const INLINE =
  /\*\*(.+?)\*\*|(?<![\w_])_([^_\n]+(?:_[^_\n]+)*?)_(?![\w_])|\*([^*\s][^*\n]*?)\*|`([^`\n]+)`|\[([^\]\n]*)\]\(([^()\s]+)\)|\\([\\`*_[\]()#+.!|-])|(\n)/s;

function inline(text: string): DocumentFragment {
  const result = document.createDocumentFragment();
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    const [all, strong, em, em2, code, label, address, escaped, newline] = found;
    result.append(rest.slice(0, found.index));
    if (strong !== undefined) result.append(h("strong", {}, inline(strong)));
    else if (em !== undefined || em2 !== undefined) result.append(h("em", {}, inline((em ?? em2)!)));
    else if (code !== undefined) result.append(h("code", {}, code));
    else if (address !== undefined) result.append(link(label!, address) ?? all);
    else if (newline !== undefined) result.append(h("br"));
    else result.append(escaped!);
    rest = rest.slice(found.index + all.length);
  }
  result.append(rest);
  return result;
}

/** A link to a page or a mail address, whole and absolute; null if it is anything else. */
function link(label: string, address: string): HTMLElement | null {
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return null;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label || address);
}
