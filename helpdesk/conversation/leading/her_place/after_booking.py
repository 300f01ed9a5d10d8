"""What somebody says who has a place already: that she will come, or late, that a name is wrong, that one more comes.

Whole texts only, and only where nothing of weight is asked; what else it could mean is left to the understanding.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from helpdesk.booking.bookings import Booking
from helpdesk.clock import local_date
from helpdesk.conversation.actions.her_place.putting_right import COMES_INSTEAD, INSTEAD
from helpdesk.conversation.actions.making.booked_again import AGAIN
from helpdesk.conversation.counting import WHICH_TOPIC
from helpdesk.conversation.engine.turns import Start
from helpdesk.conversation.leading.her_place.said_to_reminders import ASKS_WHETHER_SHE_COMES
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.said import ASK_WHICH_FROM, Onward, Said
from helpdesk.conversation.understanding.bookings.corrections import takes_back
from helpdesk.conversation.understanding.bookings.one_text import (
    BESIDE_NAMES,
    DAY,
    PEOPLE,
    PERSONS,
    PHONES,
    PLACE,
    RELATIONS,
    once,
)
from helpdesk.conversation.understanding.people.names_put_right import may_put_right, named_rightly
from helpdesk.conversation.understanding.people.who_goes_who_stays import who_goes_who_stays
from helpdesk.conversation.understanding.people.years_said import year_instead, years_said
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import PEOPLE_SAID, Understood
from helpdesk.text.folding import matching_key

COMING, MORE, NAMES, HER_PLACE = "coming", "booking_more", "fix_names", "my_booking"
"""Flows: she comes; who is in a booking; a name to be put right; the place that she has."""

FREE_FOR_IT = ASK_WHICH_FROM | {HER_PLACE, "reminder", "cannot_come"}
"""Flows at whose questions somebody else may be said to come instead."""

HAS_A_PLACE = frozenset({"in_already", "some_in_already"})
NAMES_MORE = HAS_A_PLACE | {"join_them"}
"""Steps where more names may follow those who are to join."""

TELLS_WHAT = 5
"""Words of a text that not only says that a name is wrong, but which one and how it is right."""

_A_NUMBER = re.compile(r"[0-9]{2}|[0-9] ?tuoi")
_INSTEAD = re.compile(
    r"\b(?:di|den|len|ra|lam|vao) thay\b|\bnhuong(?: lai)?(?: cho)?\b|\bthay\b.* (?:bang|thanh)\b|\b(?:bo|bot|huy|rut) .*\b(?:them|ghi) |\bthay(?: (?:cho|the|vao))? (?:toi|tui|em|con|chau|me|bo|ong|ba|vo|chong|ho|y)\b|\binstead of\b"
)
_KIN_INSTEAD = re.compile(
    r"(?!.*\b(?:ai|nguoi khac|lam (?:ho|thay))\b).*\b(?:vo|chong|me|bo|cha|con|chau|em|anh|chi|ong|ba|co|chu|bac|my (?:husband|wife|son|daughter|mother|father|brother|sister))\b(?: \w+){0,2} (?:(?:se )?(?:di|den|len|ra) thay|(?:comes?|goes|will (?:come|go)) instead)\b.*"
    r"|.*\bnhuong(?: lai)?(?: cho)? (?:cho )?(?:vo|chong|me|bo|cha|con|chau|em|anh|chi|ong|ba)\b.*"
    r"|.*\bkhong phai (?:la )?(?:toi|tui|em|con|chau|minh|me|ong|ba) (?:di|den)\b(?: \w+){1,4} (?:di|den)(?: \w+)?"
)
"""One of her kin comes in her place, and she says no name."""
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")

LATE, JOINING, JOINS = "late", "joining", "joins"
"""Answers: that she comes late; who joins; that somebody does."""

_WHO = r"(?:toi|tui|con|chau|em|minh|me|mu|ong|ba|chung toi|chung tui|ca nha|gia dinh|nha toi|i|we)"
_COMES = re.compile(
    rf"(?:(?:da|vang|u|uh|ok|oke|duoc|roi|nhat dinh|chac chan|bua|hom|ngay|mai|mot|kia|do|no|{_WHO}) )*"
    r"(?:se (?:co gang )?(?:den|toi|di|len|ra|qua|co mat)|will (?:come|be there)|coming)"
    r"(?: (?:dung gio|dung hen|lam|do|day|noi|xa|ngay do|hom do|ngay mai|mai|nhe|nha|a|ah|nghe|day du|cam on))*"
)
_COMES_LATE = re.compile(r"\b(?:den|len|ra|di) (?:muon|tre)\b|\blate\b")
_PUTS_RIGHT = re.compile(
    r"\b(?:sua|doi|chinh|viet lai|ghi lai)(?: (?:lai|giup|cho|cai|ho))* (?:ten|nam sinh)\b"
    r"|\b(?:sai|nham|lon|khong dung)(?: roi)? (?:ho |cai )?(?:ten|nam sinh)\b|\b(?:ten|nam sinh)(?: [a-z]+)? (?:bi )?(?:sai|nham|lon)\b"
    r"|\b(?:wrong|correct|change|fix) (?:the |my )?(?:name|birth year)\b"
)
_OF_PAPERS = re.compile(
    r"\b(?:the|can cuoc|cccd|cmnd|giay|khai sinh|ho so|vneid|tai khoan|sim|card|account)\b"
)
_ONE_MORE = re.compile(
    r"(?:(?:da|a|vay|the|ma|roi|con|muon|xin|nho|giup|cho|dat|ghi|dk|dang ky|lam on|can|please|toi|tui|em|chau|minh|i|want|to) )*"
    r"(?:them|bo sung|add)\b"
)
_CLAUSES = re.compile(r"[,.;!]+")
_KIN = r"(?:vo|chong|me|bo|cha|con|chau|em|anh|chi|ong|ba|nguoi nha|hang xom)"
_COMES_ALONG = re.compile(
    rf"(?:(?:da|a|toi|tui|em|muon|xin|cho|dua|dat|dan) )*{_KIN}"
    r"(?: (?:toi|tui|em|con|minh|trai|gai|noi|ngoai|no|cua|ay|nha))* (?:di|den|lam|len) (?:cung|theo|chung|voi)(?: (?:toi|tui|luon|voi|duoc|dc|khong|ko|k|nhe|nha|a))*"
    rf"|(?:(?:da|a|toi|tui|em|se|muon|xin|co) )*(?:dan|dua|cho|ru|keo|bong|be) (?:them |ca )?theo (?:ca |them |hai |ba )?{_KIN}\b(?: \w+){{0,6}}"
)
"""Somebody of hers comes along: "cho cháu đi cùng được không", "dẫn theo con"."""
_SOMEBODY = re.compile(
    r"\b(?:nguoi|ten|dua|chau|vo|chong|me|bo|cha|con gai|con trai|ong|ba|chi|anh|em|ban|person|people|wife|husband|child|son|daughter|mother|father)\b"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """The flow that answers it, and with what it begins."""

    flow: str
    facts: dict[str, Any] = field(default_factory=dict)


def of_booked(said: Said) -> Onward | None:
    """What somebody who has a place says about it, where nothing of weight is asked."""
    state = said.state
    offered = state is None or (state.flow in ASK_WHICH_FROM | {HER_PLACE} and not state.below)
    if said.understood.answer is not None:
        return None
    if not offered:
        return _more_join(said) or _born_who_joins(said) or _joins_when_reminded(said)
    wish = wish_of_booked(said.text, said.key, said.understood)
    if wish is None and (state is None or state.flow != WHICH_TOPIC):
        # Behind the question which topic was meant, names go with what was said before it.
        wish = (
            name_put_right(said)
            or _kin_born_otherwise(said)
            or _born_otherwise(said)
            or _only_a_year(said)
            or _only_names(said.understood)
        )
    if wish is None or wish.flow not in said.script.flows:
        return None
    hers = said.hers
    if not hers:
        return None
    if wish.flow == MORE and PHONES not in wish.facts and _all_booked(wish.facts.get(JOINING, ()), hers):
        wish = Wish(HER_PLACE, {PEOPLE_SAID: wish.facts[JOINING]})
    return Onward(Start(wish.flow, wish.facts), anew=True)


def _joins_when_reminded(said: Said) -> Onward | None:
    """Somebody more whom she says to a reminder, beside a yes perhaps: she joins that booking, and whether they come is
    asked again behind it."""
    state = said.state
    if state is None or state.flow not in ASKS_WHETHER_SHE_COMES or MORE not in said.structure.flows:
        return None
    clauses = (matching_key(clause) for clause in _CLAUSES.split(said.text))
    wish = next((found for clause in clauses if (found := _somebody_more(clause, said.understood))), None)
    wish = wish or _only_names(said.understood)
    if wish is None or _all_booked(wish.facts.get(JOINING, ()), said.hers):
        return None
    spoken_of = {"booking_ids": state.answers["booking_ids"]} if state.answers.get("booking_ids") else {}
    return Onward(Start(MORE, {**spoken_of, **wish.facts}, suspend=True), noted_as=MORE)


def _all_booked(named: Sequence[Sequence[Any]], hers: Sequence[Booking]) -> bool:
    """Whether everybody named has a place in one of these bookings: she is told of that, and nobody is booked twice."""
    booked = [(matching_key(one.name), one.birth_year) for booking in hers for one in booking.people]
    return bool(named) and all(
        any(matching_key(name) == other and (year is None or born in (None, year)) for other, born in booked)
        for name, year in named
    )


def _people(said: Said) -> list[tuple[str, int | None]]:
    """Whom she has booked, everybody once, by name and birth year."""
    return list(dict.fromkeys((one.name, one.birth_year) for booking in said.hers for one in booking.people))


def name_put_right(said: Said) -> Wish | None:
    """How one of those whom she booked is really called, or when born: nobody more comes."""
    if not may_put_right(said.key):
        return None
    people = _people(said)
    right = named_rightly(said.text, people, this_year=local_date(said.scene.now).year)
    if right is None or right.at is None:
        return None
    # Said plainly: the flow would take "Hồ Văn Anh mới đúng" for a longer name.
    return Wish(NAMES, {"question": f"{people[right.at][0]} thành {right.name} {right.year or ''}".strip()})


def _born_otherwise(said: Said) -> Wish | None:
    """One name and no more, of who is booked with a birth year that differs by a slip: it is asked whether that is put
    right. Of another year altogether it is another one of that name."""
    named = _only_names(said.understood)
    people: Sequence[Any] = named.facts[JOINING] if named is not None else ()
    if len(people) != 1 or people[0][1] is None:
        return None
    same = {
        one.birth_year
        for booking in said.hers
        for one in booking.people
        if matching_key(one.name) == matching_key(people[0][0])
    }
    year = same.pop() if len(same) == 1 else None
    if year is None or not _is_slip(str(year), str(people[0][1])):
        return None
    return Wish(NAMES, {"question": f"{people[0][0]} {people[0][1]}"})


def _kin_born_otherwise(said: Said) -> Wish | None:
    """When one of hers was born whom she means by a word of kin: "nhầm, vợ tôi sinh 1983"."""
    if not _A_NUMBER.search(said.key) or {DAY, PLACE} & said.understood.facts.keys():
        return None
    hers = [one for booking in said.hers for one in booking.people]
    kin = [[one.name, one.relation.value] for one in hers if one.relation is not None]
    if not kin:
        return None
    people = [[one.name, one.birth_year] for one in hers]
    this_year = local_date(said.scene.now).year
    facts = years_said(said.text, {PEOPLE: people, RELATIONS: kin}, this_year=this_year)
    told: Sequence[Any] = facts.get(PEOPLE, ()) if facts is not None else ()
    others = [one for one, before in zip(told, people, strict=False) if one != before]
    return Wish(NAMES, {"question": " ".join(map(str, others[0]))}) if len(others) == 1 else None


def _is_slip(one: str, other: str) -> bool:
    """Whether two years differ by one digit, or by the order of them: 1985 and 1986, 1958 and 1985."""
    differ = sum(mine != theirs for mine, theirs in zip(one, other, strict=False))
    return differ == 1 or (differ == 2 and sorted(one) == sorted(other))


def _only_a_year(said: Said) -> Wish | None:
    """When somebody of hers was born, of whom that was not said before: "1985" behind the confirmation."""
    if not _A_NUMBER.search(said.key):
        return None
    nothing_else = said.understood.intent is None and not said.understood.facts.get(PEOPLE)
    if not nothing_else and not may_put_right(said.key):
        return None
    people, this_year = _people(said), local_date(said.scene.now).year
    if (instead := year_instead(said.text, people, this_year=this_year)) is not None:
        return Wish(NAMES, {"question": f"{people[instead[0]][0]} {instead[1]}"})
    if not nothing_else:
        return None
    lacking = [[name, year] for name, year in people if year is None]
    facts = years_said(said.text, {PEOPLE: lacking}, this_year=this_year)
    if facts is None:
        return None
    told = [f"{name} {year}" for name, year in facts.get(PEOPLE, ()) if year is not None]
    return Wish(NAMES, {"question": told[0]} if len(told) == 1 else {})


def comes_instead(said: Said) -> Onward | None:
    """Somebody named comes in the place of one who is booked: "cho con tôi Hồ Văn D đi thay"; it is asked about."""
    state = said.state
    free = state is None or (state.flow in FREE_FOR_IT and not state.below)
    unnamed = _KIN_INSTEAD.fullmatch(said.key) is not None
    if not free or NAMES not in said.script.flows or not (unnamed or _INSTEAD.search(said.key)):
        return None
    scene = said.scene
    named = read(said.text, today=local_date(scene.now), places=()).people
    booked = said.hers
    people = list(dict.fromkeys(one.name for booking in booked for one in booking.people))
    hers = [one for one in people if f" {matching_key(one)} " in f" {said.key} "]
    hers = hers or [people[at] for at in who_goes_who_stays(said.text, people)[0]]
    new = [one for one in named if matching_key(one.name) not in [matching_key(name) for name in people]]
    if people and not new and unnamed:
        reminded = state is not None and state.flow in ASKS_WHETHER_SHE_COMES
        unnamed_yet = {"question": said.text.strip(), INSTEAD: True, COMES_INSTEAD: True}
        return Onward(Start(NAMES, unnamed_yet, suspend=reminded), anew=not reminded, noted_as=NAMES)
    if not people or len(new) != 1 or len(hers) > 1:
        return None
    right = f"{new[0].name} {new[0].birth_year or ''}".strip()
    old = hers[0] if hers else people[0] if len(people) == 1 else None
    said_of = f"{old} thành {right}" if old else right
    return Onward(Start(NAMES, {"question": said_of, COMES_INSTEAD: True}), anew=True)


def _more_join(said: Said) -> Onward | None:
    """More names where it is asked whether others are to join a booking: they join together."""
    state, understood = said.state, said.understood
    if takes_back(said.key) and not understood.doubt:
        understood = replace(understood, doubt=(BOOKS,))
    named = _only_names(understood)
    if state is None or named is None or state.flow != MORE or state.step not in NAMES_MORE:
        return None
    # Whoever has a place already was told of it, and is not named for another one.
    again = {place for place, _ in state.answers.get(AGAIN) or ()} if state.step in HAS_A_PLACE else ()
    before = [one for place, one in enumerate(state.answers.get(JOINING, ())) if place not in again]
    before = [] if takes_back(said.key) else before
    together = once([*before, *named.facts[JOINING]])
    hers = {"booking_id": state.answers["booking_id"], **_beside(state.answers), **named.facts}
    return Onward(Start(MORE, {**hers, JOINING: together}, below=state.below), anew=True)


def _born_who_joins(said: Said) -> Onward | None:
    """A birth year where it is asked whether somebody is to join: of whoever of them has none."""
    state = said.state
    if state is None or (state.flow, state.step) != (MORE, "join_them"):
        return None
    joining = {PEOPLE: state.answers.get(JOINING, ())}
    facts = years_said(said.text, joining, this_year=local_date(said.scene.now).year)
    if facts is None or PEOPLE not in facts:
        return None
    hers = {"booking_id": state.answers["booking_id"], JOINS: True, **_beside(state.answers)}
    return Onward(Start(MORE, {**hers, JOINING: facts[PEOPLE]}, below=state.below), anew=True)


def _only_names(understood: Understood) -> Wish | None:
    """Names and nothing else, of who has a place: they may join it, or are asked about; what else is said says where."""
    said = understood.facts
    if understood.intent is not None or understood.doubt != (BOOKS,) or not said.get(PEOPLE):
        return None
    if said.keys() - {PEOPLE, PERSONS, *BESIDE_NAMES} or said.get(PERSONS, 0) > len(said[PEOPLE]):
        return None
    return Wish(MORE, {JOINS: True, JOINING: said[PEOPLE], **_beside(said)})


def _beside(said: Mapping[str, Any]) -> dict[str, Any]:
    return {told: said[told] for told in BESIDE_NAMES if told in said}


def wish_of_booked(text: str, key: str, understood: Understood) -> Wish | None:
    """What `text` (`key` is its matching key) asks for, if its sender has a place; None for all else."""
    if understood.intent == "my_booking" and _COMES_LATE.search(key):
        return Wish(COMING, {LATE: True})
    if understood.intent in (None, "visit_when", "thanks") and _COMES.fullmatch(key):
        return Wish(COMING)
    said = understood.facts
    if _PUTS_RIGHT.search(key) and not _OF_PAPERS.search(key):
        told = said.get(PEOPLE) or len(key.split()) >= TELLS_WHAT or _YEAR.search(key)
        return Wish(NAMES, {"question": text.strip()} if told else {})
    return _somebody_more(key, understood)


def _somebody_more(key: str, understood: Understood) -> Wish | None:
    """That somebody more comes, named or not; `key` is the matching key of a text, or of a part of it."""
    said = understood.facts
    if understood.intent not in (None, "book", "my_booking", "child") or PLACE in said or DAY in said:
        return None
    named = said.get(PEOPLE)
    along = _COMES_ALONG.fullmatch(key) is not None
    if not (along or _ONE_MORE.match(key)) or not (named or along or _SOMEBODY.search(key)):
        return None
    return Wish(MORE, {JOINS: True, **({JOINING: named, **_beside(said)} if named else {})})
