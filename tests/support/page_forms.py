"""The forms of a page, as a browser would send them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form that posts: where to, and its fields as they stand when the page is opened; without the token."""

    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)

    def fill(self, name: str | None, value: str) -> None:
        """Give a field one more value."""
        if name and name != "csrf_token":
            self.fields.setdefault(name, []).append(value)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select: str | None = None
        self._textarea: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        its = dict(attrs)
        if tag == "form" and its.get("method") == "post":
            self._open = Form(its.get("action") or "")
            self.forms.append(self._open)
        if self._open is None:
            return
        match tag:
            case "input" | "button":
                self._open.fill(its.get("name"), its.get("value") or "1")
            case "select":
                self._select = its.get("name")
            case "option":
                self._open.fill(self._select, its.get("value") or "")
            case "textarea":
                self._textarea = its.get("name")

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._textarea is not None:
            self._open.fill(self._textarea, data)

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "form":
                self._open = None
            case "select":
                self._select = None
            case "textarea":
                self._textarea = None


def forms_of(html: str) -> list[Form]:
    """Every form of a page that posts, all boxes ticked and every choice of a list chosen."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms


def each_once(forms: Iterable[Form]) -> Iterator[Form]:
    """Of the forms that differ by numbers only, the first."""
    seen = set()
    for form in forms:
        alike = (_unnumbered(form.action), *sorted({_unnumbered(name) for name in form.fields}))
        if alike not in seen:
            seen.add(alike)
            yield form


def names_once(form: Form) -> list[str]:
    """Of its fields whose names differ by numbers only (a row of a table each), the first."""
    first: dict[str, str] = {}
    for name in form.fields:
        first.setdefault(_unnumbered(name), name)
    return list(first.values())


def _unnumbered(words: str) -> str:
    return re.sub(r"\d+", "1", words)
