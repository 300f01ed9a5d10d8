"""helpdesk/conversation/leading/onward.py: where several readers know a text, the one that is to have it stands first."""

import pytest

from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting import store
from helpdesk.conversation.lasting.lapsing import as_of
from helpdesk.conversation.lasting.pinned import standing, structure_of
from helpdesk.conversation.leading.meaning import meant_by
from helpdesk.conversation.leading.onward import READERS
from helpdesk.conversation.leading.said import Said
from tests.conversation.talk import book, choose, contact_of, say
from tests.support.service import Service


def who_knows(service: Service, text: str) -> list[str]:
    """The names of all readers that would answer a text where she stands now, in their order."""
    contact, house = contact_of(service), service.runtime.house
    with service.engine.begin() as db:
        gateway = service.runtime.gateway("simulator", "")
        scene = Scene(db, house, contact, gateway, service.clock.now())
        conversation = as_of(db, house, store.load(db, contact.id), scene.now)
        structure = structure_of(house, db, conversation.edition)
        state = standing(house.script, structure, conversation.state)
        understood, state = meant_by(scene, text, structure, state)
        said = Said(text, understood, state, scene, structure, conversation)
        return [reader.__name__ for reader in READERS if reader(said) is not None]


def _nothing(_service: Service) -> None:
    """Nobody has said anything."""


def _booked(service: Service) -> None:
    book(service)


def _reminded(service: Service) -> None:
    book(service)
    service.clock.set(service.clock.now().replace(month=12, day=1, hour=4))
    assert service.sweep("remind") == 1


def _asked_for_consent(service: Service) -> None:
    choose(service)


def _asked_for_the_day(service: Service) -> None:
    say(service, "DAT", "1")


def _turned_to_the_menu(service: Service) -> None:
    say(service, "dk ho van a 1985 tuoc 29/12", "menu")


@pytest.mark.parametrize(
    ("stands", "text", "first", "behind"),
    [
        # Her own sentence before the topic that its words look like.
        (_asked_for_consent, "toi dat ho ho chua nho", "asked_of_a_day", "asked_back"),
        (_reminded, "xe hong roi nen den tre duoc khong", "to_reminder", "she_cannot_come"),
        (_booked, "chau om khong di duoc, huy giup", "she_cannot_come", "begun"),
        (_booked, "toi ghi sai ten", "of_booked", "begun"),
        (_nothing, "lam ho chieu o dau", "none_of_ours", "begun"),
        # A day to no question is kept; it is no number that comes too late.
        (_nothing, "thu 6", "cold_day", "in_doubt"),
        (_nothing, "1", "to_nothing_asked", "in_doubt"),
        # Of all bookings, and of hers.
        (_booked, "may gio lam", "when_hers_is", "begun"),
        (_reminded, "lam o dau", "told_beside", "begun"),
        # The open question stays: a new flow would take its place.
        (_asked_for_consent, "mang gi", "aside", "begun"),
        (_asked_for_consent, "menu", "turned_aside", "begun"),
        (_turned_to_the_menu, "dat", "taken_up", "begun"),
    ],
)
def test_of_two_that_know_a_text_the_first_has_it(
    service: Service, stands: object, text: str, first: str, behind: str
) -> None:
    assert callable(stands)
    stands(service)
    known = who_knows(service, text)
    assert known[0] == first, known
    assert behind in known[1:], known


def test_whatever_is_said_somebody_answers(service: Service) -> None:
    for text in ("", "?", "xyz", "1", "dat", "vang", "dk ho van a 1985 tuoc 29/12"):
        assert who_knows(service, text), text
        say(service, text)
