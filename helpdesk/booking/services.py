"""What an opening is for: services by their ids, with what each is called, and which need the biometric kit.

Level 2 is finished only where a police officer with the kit is (derived from Decree 69/2024). The other two are what
youth teams do without one: update of ID information and help with online declarations.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from helpdesk.text.folding import matching_key


class Service(StrEnum):
    """The ids under which services stand in the database and in tables."""

    LEVEL2 = "level2"
    LEVEL2_CARD = "level2_card"
    UPDATE_INFO = "update_info"
    ONLINE_DECLARATION = "online_declaration"


@dataclass(frozen=True, slots=True)
class Label:
    """What a service is called, and whether it takes an officer with the kit."""

    vietnamese: str
    english: str
    needs_kit: bool


LABELS: dict[Service, Label] = {
    Service.LEVEL2: Label("định danh mức 2", "level 2", needs_kit=True),
    Service.LEVEL2_CARD: Label(
        "mức 2 kèm làm hoặc đổi thẻ căn cước", "level 2 with a new or renewed card", needs_kit=True
    ),
    Service.UPDATE_INFO: Label("cập nhật thông tin căn cước", "update of ID information", needs_kit=False),
    Service.ONLINE_DECLARATION: Label(
        "giúp khai trực tuyến", "help with an online declaration", needs_kit=False
    ),
}

WITHOUT_KIT = tuple(service for service, label in LABELS.items() if not label.needs_kit)
# Whether cards are made there, too, only the commune knows: it names that service itself.
WITH_KIT = (Service.LEVEL2, *WITHOUT_KIT)

_BY_WORD = {
    matching_key(word): service
    for service, label in LABELS.items()
    for word in (service.value, label.vietnamese, label.english)
}


def service_called(word: str) -> Service | None:
    """The service with this id or name, accents and case aside."""
    return _BY_WORD.get(matching_key(word))


def unless_named(services: Iterable[str], *, finishes_level2: bool) -> tuple[Service, ...]:
    """The services in their order, each once; where none is named, what is usual with or without the kit.

    A stored word that this version does not know is passed over.
    """
    named = {service for word in services if (service := _BY_WORD.get(matching_key(word)))}
    if not named:
        return WITH_KIT if finishes_level2 else WITHOUT_KIT
    return tuple(service for service in Service if service in named)


def service_for(offered: Sequence[Service], wanted: Service | None = None) -> Service:
    """What a booking is for: what was wanted where it is offered, else level 2, else the first thing offered."""
    if wanted is not None and (not offered or wanted in offered):
        return wanted
    return Service.LEVEL2 if not offered or Service.LEVEL2 in offered else offered[0]


def needs_kit(services: Iterable[Service]) -> bool:
    """Whether one of them takes an officer with the kit."""
    return any(LABELS[service].needs_kit for service in services)


def called(services: Sequence[Service], *, language: str = "vi") -> str:
    """The services in words: "cập nhật thông tin căn cước, giúp khai trực tuyến"."""
    labels = (LABELS[service] for service in services)
    return ", ".join(label.english if language == "en" else label.vietnamese for label in labels)
