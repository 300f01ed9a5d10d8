"""A chat script as a picture: speech bubbles on a phone, as SVG, for papers and training."""

import textwrap
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import escape

from helpdesk.chat.script import Expect, Setting, Text, parse
from helpdesk.text.segments import measure

WIDTH, BUBBLE, LINE, PAD, LETTERS = 420, 330, 17, 10, 44
"""Pixels, and the letters that fit into a bubble's line."""

SAMPLE_CODE = "57243"
"""Shown where a script stands for any code."""


def picture(source: str) -> str:
    """The SVG of a chat script as it is written. Raises ChatScriptError for one that cannot be read."""
    drawn: list[str] = []
    y = 16
    for kind, text in _turns(source):
        block, height = _note(text, y) if kind == "note" else _bubble(text, y, ours=kind == "ours")
        drawn.append(block)
        y += height + 8
    style = (
        "text{font:13px 'DejaVu Sans','Noto Sans',Arial,sans-serif;fill:#1b1f24}"
        ".small{font-size:10px;fill:#57606a}.ours{fill:#eef2f6}.hers{fill:#d3ecd9}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 8}" width="{WIDTH}" role="img">'
        f"<style>{style}</style>"
        f'<rect x="1" y="1" width="{WIDTH - 2}" height="{y + 6}" rx="18" fill="#fff" stroke="#c9d1d9"/>'
        + "".join(drawn)
        + "</svg>\n"
    )


def _turns(source: str) -> Iterator[tuple[str, str]]:
    for line in parse(source):
        match line.move:
            case Text(text):
                yield "hers", text
            case Expect(text):
                yield "ours", text.replace("<code>", SAMPLE_CODE)
            case Setting("now", datetime() as at):
                yield "note", f"{at:%d/%m/%Y %H:%M}"
            case Setting("wait", timedelta() as span):
                yield "note", f"… {span.days or span.seconds // 3600} {'ngày' if span.days else 'giờ'} sau"


def _note(text: str, y: int) -> tuple[str, int]:
    return f'<text class="small" x="{WIDTH // 2}" y="{y + 10}" text-anchor="middle">{escape(text)}</text>', 14


def _bubble(text: str, y: int, *, ours: bool) -> tuple[str, int]:
    lines = [piece for line in text.split("\n") for piece in textwrap.wrap(line, LETTERS) or [""]]
    height = len(lines) * LINE + 2 * PAD - 4
    width = min(BUBBLE, max(len(line) for line in lines) * 7.4 + 2 * PAD)
    x = 14 if ours else WIDTH - 14 - width
    words = "".join(
        f'<text x="{x + PAD}" y="{y + PAD + 10 + number * LINE}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    box = f'<rect class="{"ours" if ours else "hers"}" x="{x}" y="{y}" width="{width:.0f}" height="{height}" rx="10"/>'
    if not ours:
        return box + words, height
    segments = measure(text).segments
    cost = f"{len(text)} ký tự, {segments} tin"
    note = f'<text class="small" x="{x + 4}" y="{y + height + 12}">{cost}</text>'
    return box + words + note, height + 14
