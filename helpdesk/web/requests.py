"""What a browser sends to the pages, cleaned before any view or guard reads it."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict, iter_multi_items

from helpdesk.text.storable import typeable


class Typed(ImmutableMultiDict[str, Any]):
    """Fields by name, their values without what no keyboard types and no store takes (a NUL, an ESC)."""

    def __init__(
        self, mapping: Mapping[str, Any] | MultiDict[str, Any] | Iterable[tuple[str, Any]] | None = None
    ) -> None:
        items = iter_multi_items(mapping) if mapping is not None else ()
        super().__init__([(typeable(key), _cleaned(value)) for key, value in items])


def _cleaned(value: Any) -> Any:
    return typeable(value) if isinstance(value, str) else value


class PageRequest(Request):
    """A request for a page: one door for every form and every address with fields."""

    parameter_storage_class = Typed
