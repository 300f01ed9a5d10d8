"""Which of her bookings, and whom in it, a wish to cancel or to change speaks of beside names: all, all but one, a place."""

import re
from collections.abc import Sequence
from typing import Any

from helpdesk.places.communes import Place
from helpdesk.places.spotting import index_of, spot_place
from helpdesk.places.tables import PlaceKind
from helpdesk.text.folding import matching_key
from helpdesk.text.tokens import tokens_of

ALL_SAID, KEPT_SAID, PLACES_SAID, OF_DAY = "all_said", "kept_said", "places_said", "of_day"
"""Facts of a wish about a booking there is: that everybody in it is meant; the names with birth years of those who keep
their places; the ids of the places where it may be; the ISO day on which it is."""

_ALL = re.compile(
    r"\b(?:huy|xoa|bo|cancel)(?: (?:giup|cho|lich|hen|ten|toi|tui|em|con|chau|them|luon))*"
    r" (?:het|tat ca|toan bo|ca (?:nha|lu|hai|ba|bon|nam|[2-9])|all|everyone|everybody|them all)\b"
)
_ALL_OF_THEM = re.compile(
    r"(?:(?:da|huy|doi|chuyen|bo|xoa|thoi|ca|het|luon|la) )*(?:ca (?:hai|ba|bon|2|3|4|nha|may)|tat ca|het|toan bo|all|both)(?: (?:cho|buoi|luon|het|nhe|nha|a|di|nguoi|deu|khong|di nua|nua|cho toi))*"
)
_NOTHING = re.compile(
    r"(?:(?:da|vang|thoi|a|oi|toi|tui|em|con|chau|minh|xin|can bo|i) )*(?:khong|ko|dung|khoan|do not|don t)(?: (?:co|muon|he|can|voi|want to))*"
    r" (?:huy|cancel)(?: (?:cho|cua|toi|tui|em|con|chau|minh|dau|nua|nhe|nha|a|can bo|ai|gi|ca|it))*"
)
_KEEPS = r"(?:giu|tru|ngoai|khong huy|dung huy|keep|except|but not)"
_MARK = re.compile(rf"\b(?:(?P<keeps>{_KEEPS})|(?P<goes>huy|xoa|bo|cancel))\b")
_NOT_CANCELLED = re.compile(
    r"\b(?:khong|ko|dung|khoan|do not|don t|dont)(?: (?:co|muon|he|can|voi|want to))* (?:huy|xoa|bo|cancel)\b"
)
_CENTRE = re.compile(r"\b(?:trung tam|uy ban|ubnd|centre|center)\b")
_TO_A_DAY = re.compile(r"\b(?:sang|qua|thành|thanh|to)\b", re.IGNORECASE)
_TO_ANOTHER = re.compile(r"\b(?:sang|qua|ve|den|toi|vao|ra|len|xuong|to|muon (?:o|lam))\b")


def cancels_nothing(key: str) -> bool:
    """Whether she wants nothing cancelled, or may: "tôi không hủy", "đừng hủy", which folded is "đúng, hủy"."""
    return _NOTHING.fullmatch(key) is not None


def cancels_none_of(key: str) -> bool:
    """Whether all it says of somebody is that she is not to be cancelled: "đừng hủy Hồ Văn A" is no wish about the others."""
    rest, found = _NOT_CANCELLED.subn(" ", key)
    return found > 0 and _MARK.search(rest) is None


def whom_to_cancel(key: str) -> bool:
    """Whether a text that may be about cancelling says that in so many words: all, nobody, or all but somebody."""
    cancels = re.search(r"\b(?:huy|cancel)\b", key) is not None
    return says_all(key) or cancels_nothing(key) or (cancels and re.search(rf"\b{_KEEPS}\b", key) is not None)


def says_all(key: str) -> bool:
    """Whether everybody is to be cancelled: "hủy hết". `key` is a matching key."""
    return _ALL.search(key) is not None and re.search(rf"\b{_KEEPS}\b", key) is None


def names_all(key: str) -> bool:
    """Whether a text is no more than that all of them are meant, where several are listed: "cả hai", "tất cả"."""
    return _ALL_OF_THEM.fullmatch(key) is not None


def kept_among(key: str, named: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Those of `named` ([name, birth year or None]) who keep their places: "hủy hết, chỉ giữ Hồ Văn Mai"."""
    return [[*one] for one in named if _is_kept(key, matching_key(str(one[0])))]


def _is_kept(key: str, name: str) -> bool:
    """Whether the last word before a name that cancels or keeps is one that keeps."""
    at = f" {key} ".find(f" {name} ")
    marks = [mark for mark in _MARK.finditer(key) if mark.end() <= at]
    return bool(marks) and marks[-1]["keeps"] is not None


def parted_at_its_new_day(text: str) -> tuple[str, str] | None:
    """What a wish to move says before and behind the word that leads to the new day: "đổi thứ 6", "thứ 2"."""
    said = _TO_A_DAY.search(text)
    return (text[: said.start()], text[said.end() :]) if said is not None else None


def places_said(key: str, places: Sequence[Place], *, moves: bool) -> list[int]:
    """The ids of the places where the booking is that is spoken of: "hủy chỗ bản Tuộc", "đổi chỗ ở trung tâm".

    `moves`: it is to be moved, and "sang bản Tuộc" is where to.
    """
    if moves and _TO_ANOTHER.search(key):
        return []
    spotted = spot_place(tokens_of(key), index_of(places), taken=set())
    if spotted.place is not None:
        return [spotted.place.id]
    return [place.id for place in places if place.kind is PlaceKind.CENTRE] if _CENTRE.search(key) else []
