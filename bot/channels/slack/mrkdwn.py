"""Text between Markdown, which the coach writes, and mrkdwn, which Slack shows.

Slack has a block for Markdown, but not in the App Home or in modals, and all such blocks of a
message share 12,000 characters; sections of mrkdwn work everywhere.
"""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"<([^<>]*)>")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$")
_BULLET = re.compile(r"^(\s*)[-*+]\s+")
_RULE = re.compile(r"^\s*\|?[\s:|-]*-{3,}[\s:|-]*$")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^\s()|]+)\)")
FENCE = "```"


def escaped(text: str) -> str:
    """``text`` without the three characters by which Slack marks mentions and links."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain_text(text: str) -> str:
    """What a person wrote, as they see it: links and mentions by their names, nothing escaped."""
    shown = _REFERENCE.sub(_shown, text)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def _shown(found: re.Match[str]) -> str:
    target, _, label = found[1].partition("|")
    if label:
        return label
    if target.startswith("!"):
        return f"@{target[1:].split('^')[0]}"
    return target.removeprefix("mailto:").removeprefix("tel:")


def mrkdwn(markdown: str) -> str:
    """``markdown`` (headings, lists, tables, bold, italics, links, code blocks) as mrkdwn."""
    lines: list[str] = []
    in_code = False
    source = markdown.splitlines()
    for line, following in zip(source, [*source[1:], ""], strict=False):
        if line.lstrip().startswith(FENCE):
            in_code = not in_code
            lines.append(FENCE)
        elif in_code:
            lines.append(escaped(line))
        elif _is_row(line) and _RULE.match(following):
            lines.append(f"_{escaped(' · '.join(_cells(line)))}_")
        elif not _RULE.match(line):
            lines.append(_line(line))
    if in_code:
        lines.append(FENCE)
    return "\n".join(lines).strip()


def _line(line: str) -> str:
    text = escaped(line)
    heading = _HEADING.match(text)
    if heading:
        return f"*{heading[1].replace('**', '')}*"
    if _is_row(line):
        cells = _cells(text)
        rest = [cell for cell in cells[1:] if cell]
        text = f"- **{cells[0]}**: {' · '.join(rest)}" if cells[0] and rest else " ".join(cells)
    text = _BULLET.sub(r"\1• ", text)
    text = _BOLD.sub(r"*\1*", text)
    return _LINK.sub(r"<\2|\1>", text)


def _is_row(line: str) -> bool:
    """Whether ``line`` is a row of a table."""
    return line.lstrip().startswith("|") and line.count("|") > 1


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def pieces(text: str, most: int) -> list[str]:
    """``text`` (mrkdwn) in pieces of at most ``most`` characters, as few as go.

    It is parted between paragraphs, else lines, sentences, words; a code block that is parted is
    closed and opened anew.
    """
    found: list[str] = []
    in_code = False
    rest = text.strip()
    while rest:
        head = f"{FENCE}\n" if in_code else ""
        room = most - len(head)
        if len(rest) <= room:
            found.append(head + rest)
            break
        # Room for closing a code block.
        cut = _cut(rest, room - len(FENCE) - 1)
        piece = head + rest[:cut].rstrip()
        rest = rest[cut:].lstrip("\n") if in_code else rest[cut:].lstrip()
        in_code = piece.count(FENCE) % 2 == 1
        found.append(f"{piece}\n{FENCE}" if in_code else piece)
    return [piece for piece in found if piece.strip()]


def _cut(text: str, most: int) -> int:
    """Where to part ``text`` so that the first part has at most ``most`` characters."""
    for border in ("\n\n", "\n", ". ", " "):
        place = text.rfind(border, 0, most)
        # Not so early that the pieces become many.
        if place > most // 3:
            return place + len(border.rstrip(" \n"))
    # In the middle of a word, but not of "&amp;".
    entity = re.search(r"&\w{0,4}$", text[:most])
    return entity.start() if entity and entity.start() else most


def clipped(text: str, most: int) -> str:
    """``text`` with at most ``most`` characters, the last one "…" if some are missing."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
