"""Actions by which whoever booked puts right a name or a birth year, or lets somebody else come in that place.

Only of her own bookings, of days to come, and of nobody of whom something was marked: the others an official puts right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpdesk.booking.bookings import Booked, Booking, live_bookings, live_bookings_of
from helpdesk.booking.persons import putting_right
from helpdesk.booking.persons.double_bookings import booked_again
from helpdesk.booking.persons.held_places import held_from
from helpdesk.booking.persons.putting_right import Called, open_to_change
from helpdesk.clock import local_date
from helpdesk.conversation.actions.facts import Facts, booking_facts, option
from helpdesk.conversation.actions.her_place.rightly_called import is_slip, put_right, what_is_right, whom
from helpdesk.conversation.actions.making.booked_again import told_again
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.answers.refusals import refusal
from helpdesk.conversation.understanding.answers.replies import yes_or_no
from helpdesk.people.persons import is_under_six
from helpdesk.text.folding import matching_key

SHOWN_PERSONS = 6
"""Lines of a list that fit into two segments; further persons are chosen by name."""

WORDS, WHOSE, RIGHT, TARGETS, DEED = "question", "wrong_id", "rightly", "wrong_ids", "deed"
"""Answers: what she wrote, whom she chose, how that one is really called, the persons that are put right, and whether
somebody else comes instead."""

ASKED, TOLD_AGAIN, TOLD_YOUNG = "asked_how", "told_booked_before", "told_too_young"
"""Answers: what was asked or told, and is not asked again."""

INSTEAD = "instead"
"""The answer that somebody else comes in the place of one who is booked, who is not named yet."""

COMES_INSTEAD = "comes_instead"
"""Among the answers: whether she has said that somebody else comes, so that it is no name put right."""

SOMEBODY_ELSE = 1
"""The choice by which somebody else comes."""

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Hers:
    """Somebody she booked, who may be in several of her bookings."""

    called: Called
    places: tuple[tuple[Booking, Booked], ...]

    @property
    def ids(self) -> list[int]:
        return [person.id for _, person in self.places]


def weigh_correction(scene: Scene, answers: Answers) -> Happened:
    """What she wants put right: `slip` of `old` to `right`, or `another` name altogether, `replaces` where she said that somebody else comes; `several` to choose of;
    `unsaid`, or `so_already`, and she is asked how it is right; `instead`, and she is asked who comes instead; `unclear`, and an official sees to it; `kept`: she lets
    it be."""
    words = str(answers.get(WORDS) or "")
    if refusal(words, more=False) is not None or yes_or_no(words) is False:
        return Happened("kept")
    hers = _of_her(scene)
    if not hers:
        return Happened("unclear" if words else "unsaid")
    known = [one.called for one in hers]
    said = what_is_right(words, known, today=local_date(scene.now)) if words else None
    if said is None:
        # Who goes back from the question has said nothing yet.
        if answers.get(INSTEAD):
            return Happened("instead", {INSTEAD: None, ASKED: True})
        return Happened("unclear" if words and answers.get(ASKED) else "unsaid", {ASKED: True})
    chosen = next((place for place, one in enumerate(hers) if answers.get(WHOSE) in one.ids), None)
    place = whom(said, known) if chosen is None else chosen
    if place is None:
        return Happened("several", {"wrong": _lines(hers)})
    old, right = known[place], put_right(said, known[place])
    if right == old:
        return Happened("unclear" if answers.get(ASKED) else "so_already", {ASKED: True, "old": _spoken(old)})
    facts = {
        "old": _spoken(old),
        "right": _spoken(right),
        RIGHT: [right.name, right.birth_year],
        TARGETS: hers[place].ids,
        DEED: 0,
    }
    if is_slip(old.name, right.name):
        return Happened("slip", facts)
    if answers.get(COMES_INSTEAD):
        return Happened("replaces", {**facts, DEED: SOMEBODY_ELSE})
    return Happened("another", facts)


def look_before_putting_right(scene: Scene, answers: Answers) -> Happened:
    """Whether it makes somebody of her whom she has booked already (`again`), or a child under six (`young`): told once."""
    name, year = answers[RIGHT]
    targets = answers[TARGETS]
    held = [
        one for one in held_from(scene.db, scene.contact.id, now=scene.now) if one.person.id not in targets
    ]
    own = _own(scene, targets)
    if own and not answers.get(TOLD_AGAIN):
        found = booked_again(held, [(name, year)], service=own[0][0].service, phone=scene.contact.id)
        if found:
            return Happened("again", {**told_again(found[0]), TOLD_AGAIN: True})
    young = any(
        is_under_six(year, in_year=booking.opening.day.year)
        and not is_under_six(person.birth_year, in_year=booking.opening.day.year)
        for booking, person in own
    )
    if young and not answers.get(TOLD_YOUNG):
        return Happened("young", {TOLD_YOUNG: True})
    return Happened("fine")


def put_name_right(scene: Scene, answers: Answers) -> Happened:
    """Do it: `right`, or `replaced` where somebody else comes; `gone` where it cannot be done any more."""
    to = Called(*answers[RIGHT])
    deed = putting_right.replace if answers.get(DEED) == SOMEBODY_ELSE else putting_right.put_right
    done = [
        booking.id
        for booking, person in _own(scene, answers[TARGETS])
        if deed(scene.db, booking, person.id, to, now=scene.now)
    ]
    now_booked = live_bookings(scene.db, done, contact_id=scene.contact.id, now=scene.now) if done else []
    if not now_booked:
        return Happened("gone", lasting=True)
    outcome = "replaced" if deed is putting_right.replace else "right"
    return Happened(outcome, booking_facts(now_booked[0]), lasting=True)


def _of_her(scene: Scene) -> list[_Hers]:
    """Those whom she booked and may put right, each once, in the order of the days."""
    found: dict[tuple[str, int | None], list[tuple[Booking, Booked]]] = {}
    for booking in live_bookings_of(scene.db, scene.contact.id, now=scene.now):
        may_change = open_to_change(scene.db, booking, now=scene.now)
        for person in booking.people:
            if person.id in may_change:
                key = (matching_key(person.name), person.birth_year)
                found.setdefault(key, []).append((booking, person))
    return [
        _Hers(Called(places[0][1].name, places[0][1].birth_year), tuple(places)) for places in found.values()
    ]


def _own(scene: Scene, person_ids: Sequence[int]) -> list[tuple[Booking, Booked]]:
    """Of these persons those who are in her bookings still."""
    booked = live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    return [(booking, one) for booking in booked for one in booking.people if one.id in person_ids]


def _spoken(one: Called) -> Facts:
    return {"person": [one.name, one.birth_year]}


def _lines(hers: Sequence[_Hers]) -> list[Facts]:
    return [
        option(
            one.ids[0],
            {"who": _spoken(one.called)},
            name=f"{one.called.name} {one.called.birth_year or ''}",
            hidden=place >= SHOWN_PERSONS,
        )
        for place, one in enumerate(hers)
    ]
