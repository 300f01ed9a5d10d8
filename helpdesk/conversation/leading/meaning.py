"""What a text means to whoever it is said to: her open question, what lies suspended under it, the booking she makes."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.clock import local_date
from helpdesk.conversation.calls.cannot_hear import texted_instead
from helpdesk.conversation.calls.cannot_read import told_otherwise
from helpdesk.conversation.calls.number_to_call import with_number_to_call
from helpdesk.conversation.calls.told_through import told_at_new_number, told_through
from helpdesk.conversation.engine.limits import STUCK_FLOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.house import Scene
from helpdesk.conversation.leading.her_place.kin_of_hers import (
    moves_somebody,
    somebody_stays,
    whom_is_unclear,
    with_kin_named,
)
from helpdesk.conversation.leading.her_place.only_her_place import with_only_her_place
from helpdesk.conversation.leading.her_place.some_come import only_some_come
from helpdesk.conversation.leading.her_place.some_of_a_list import some_of_a_list
from helpdesk.conversation.leading.her_place.which_of_hers import (
    booking_at,
    booking_of,
    with_its_day,
    with_its_place,
    with_whom_kept,
)
from helpdesk.conversation.leading.her_place.who_moves import with_who_moves
from helpdesk.conversation.leading.her_place.whom_of_hers import whom_of_hers
from helpdesk.conversation.leading.in_her_words import (
    agreed,
    busy,
    in_own_words,
    no_name,
    puts_off,
    refused,
    waits_no_more,
)
from helpdesk.conversation.leading.language_said import with_language_said
from helpdesk.conversation.leading.matters.stop_or_use import with_no_sure_stop
from helpdesk.conversation.leading.matters.weak_one import with_weak_one
from helpdesk.conversation.leading.on_the_way.another_day_said import another_day_said
from helpdesk.conversation.leading.on_the_way.as_hers import with_her_own_day
from helpdesk.conversation.leading.on_the_way.centre_instead import to_its_centre, with_its_centre
from helpdesk.conversation.leading.on_the_way.day_of_a_list import day_chosen
from helpdesk.conversation.leading.on_the_way.drafts import BOOKS
from helpdesk.conversation.leading.on_the_way.introductions import without_introduction
from helpdesk.conversation.leading.on_the_way.lone_number import with_lone_number
from helpdesk.conversation.leading.on_the_way.sent_in_parts import sent_in_parts
from helpdesk.conversation.leading.on_the_way.week_said import with_its_week
from helpdesk.conversation.leading.on_the_way.yes_to_a_day import signed_yes, yes_to_a_day
from helpdesk.conversation.leading.short_replies import is_short_reply
from helpdesk.conversation.leading.spoken import MeaningReader, Spoken
from helpdesk.conversation.understanding.answers.ways_to_be_reached import REACH
from helpdesk.conversation.understanding.bookings.corrections import correction, leaves_out
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE, PLACE
from helpdesk.conversation.understanding.bookings.several_bookings import several_bookings
from helpdesk.conversation.understanding.people.names_listed import said_about
from helpdesk.conversation.understanding.people.relations_said import with_relations
from helpdesk.conversation.understanding.reading import read
from helpdesk.conversation.understanding.understand import Here, Understood, understand
from helpdesk.conversation.understanding.words import any_word, strong_word
from helpdesk.messaging.last_said import last_said
from helpdesk.places.communes import all_places
from helpdesk.text.folding import matching_key
from helpdesk.text.people.whole_names import only_names

ASKS_FOR_NUMBERS = frozenset({BOOKS, "callback", REACH})
"""Flows where a number is one of somebody who is booked, or to be rung."""

TELL_OF_CALLS = ("callback", "request_noted", "still_to_call", "ring")
"""Flows behind which a number is that of a phone to be rung."""

VISITS = "visit_when"
"""The flow, and the topic, of when a team comes to a village."""


def _cannot_read(spoken: Spoken) -> Understood | None:
    return told_otherwise(spoken.text) or texted_instead(spoken.text)


def _through_somebody(spoken: Spoken) -> Understood | None:
    through = told_through(spoken.text, spoken.key)
    if through is None and (spoken.state is None or spoken.state.flow not in ASKS_FOR_NUMBERS):
        through = told_at_new_number(spoken.text, spoken.key, booked=partial(_has_a_place, spoken))
    return None if through is None else Understood(intent=REACH, facts=through)


def _has_a_place(spoken: Spoken) -> bool:
    """Whether a number is one to be told at of that, and not one to be rung that she names behind our word of a call."""
    db, hers = spoken.scene.db, spoken.scene.contact.id
    of_a_call = {step.partition(".")[0] for step in last_said(db, hers)} & {*TELL_OF_CALLS}
    return not of_a_call and bool(live_bookings_of(db, hers, now=spoken.scene.now))


def _yes_to_its_day(spoken: Spoken) -> Understood | None:
    if spoken.question is None:
        return None
    signed = signed_yes(spoken.text, spoken.question)
    return signed or yes_to_a_day(spoken.text, spoken.question, today=spoken.here.today)


_MAY_I_ASK = re.compile(
    r"(?:(?:da|thua|alo|oi|a|can bo|cho|xin|toi|tui|em|con|chau|chi|anh|minh|muon|can|nho|lam on|phep) )*hoi"
    r"(?: (?:ve|chut|ti|xiu|thoi|mot|cai|viec|vu|la|thu|giup|rang|can bo|thong tin))* "
)
"""What stands before a question and is none of it: "tôi muốn hỏi", "cho em hỏi chút là"."""


def _behind_her_leave_to_ask(text: str, understood: Understood, spoken: Spoken) -> Understood:
    """What she asks, where that is clear by itself."""
    key = matching_key(text)
    before = _MAY_I_ASK.match(key)
    if before is None or before.end() >= len(key):
        return understood
    asked = understand(key[before.end() :], spoken.question, spoken.here)
    return asked if asked.intent is not None and asked.answer is None else understood


def _its_words(spoken: Spoken) -> Understood:
    here, text = spoken.here, spoken.text
    understood = understand(text, spoken.question, here)
    if understood.intent == BOOKS and len(understood.facts.get(PEOPLE, ())) > 1:
        others = without_introduction(text, today=here.today, places=here.places())
        if others != text:
            text, understood = others, understand(others, spoken.question, here)
        parts = several_bookings(text, today=here.today, places=here.places())
        understood = replace(understood, facts=parts) if parts is not None else understood
    if understood.intent is None and understood.answer is None:
        understood = _behind_her_leave_to_ask(text, understood, spoken)
    before = (
        spoken.state.answers.get(PEOPLE) if spoken.state is not None and spoken.state.flow == BOOKS else ()
    )
    return Understood() if said_about(understood.facts.get(PEOPLE) or (), before or ()) else understood


READERS: tuple[MeaningReader, ...] = (
    # "Kiên 2003" behind a long text that ends with "Hồ Văn" is nobody more: before names are read from it alone.
    sent_in_parts,
    # "Không biết chữ, gọi cho tôi" is how she wants to be told from now on, whatever was asked.
    _cannot_read,
    # "Nhờ anh Hồ Văn Tâm ở bản Tuộc báo giúp" books nobody: before names and villages are.
    _through_somebody,
    # "Chỉ bà Cố đến được" is no yes for all who are booked, and "Y Dong không đi được" no no.
    only_some_come,
    # "Khoan, thứ 4 tôi bận, thứ 6 được không" wants Friday: before "khoan" refuses, and "bận" alone drops the day.
    another_day_said,
    # "Chưa có" is a choice of the steps there, before it would be a no.
    in_own_words,
    # "Không chờ nữa" is a choice there as well, and no "no".
    waits_no_more,
    # "Thôi" and "không phải cái nào" are no topic and no name: before words are looked at.
    refused,
    agreed,
    # "Đồng ý thứ 3" is a yes to Tuesday, before it would be the third choice, or a person called Y Thu; "đồng ý, Hồ Thị Bốn"
    # names nobody more.
    _yes_to_its_day,
    # "Bận" without its accent is a village: before places are.
    busy,
    # "Mai tôi trả lời" moves nothing to tomorrow.
    puts_off,
    # "Rằm" alone is a day of the moon before it is a name.
    no_name,
    # The words themselves; this one always knows.
    _its_words,
)
"""What a text means to the open question, in the order in which they are asked, with the reason of each place."""

Elsewhere = tuple[Understood, State]
"""A meaning, and the state that it is said to."""


def _line_of_its_day(spoken: Spoken, _understood: Understood, state: State) -> Elsewhere | None:
    """ "Thứ 6" where Friday stands in a list. In a booking a day may be another one than those offered."""
    chosen = None if state.flow == BOOKS else day_chosen(spoken.text, spoken.question, spoken.here)
    return None if chosen is None else (Understood(answer=chosen), state)


def _booking_at_its_place(spoken: Spoken, _understood: Understood, state: State) -> Elsewhere | None:
    """ "Bản Tuộc", "bà B" where her bookings are listed, one of them there, or hers."""
    there = booking_at(spoken, state.flow) or booking_of(spoken, state.flow)
    return None if there is None else (Understood(answer=there), state)


def _other_village(spoken: Spoken, understood: Understood, state: State) -> Elsewhere | None:
    """Another village that she names where she has read when the team comes to one: "còn bản Cha Lo"."""
    if state.flow != VISITS or understood.intent not in (None, VISITS, "where", "hours"):
        return None
    reading = read(spoken.text, today=spoken.here.today, places=spoken.here.places())
    if reading.place is None or reading.people or reading.date is not None:
        return None
    return Understood(intent=VISITS, facts={PLACE: reading.place.id}), state


def _making(state: State) -> State | None:
    """The booking she is making, also where it waits under the offer of a person."""
    frames = (state, *state.below)[: 2 if state.flow == STUCK_FLOW else 1]
    return next((frame for frame in frames if frame.flow == BOOKS), None)


def _centre_instead(spoken: Spoken, _understood: Understood, state: State) -> Elsewhere | None:
    """ "Thế thì ra trung tâm" where her village has no day soon."""
    making = _making(state)
    there = to_its_centre(spoken, making) if making is not None else None
    return None if there is None else (there, state)


def _put_right(spoken: Spoken, _understood: Understood, state: State) -> Elsewhere | None:
    """What changes the booking she is making."""
    making = _making(state)
    if making is None or strong_word(spoken.key) is not None or is_short_reply(spoken.text):
        return None
    if another_day_said(spoken) is not None:
        return None  # which says it better than what is read from all of the text
    if only_names(spoken.text) and not leaves_out(spoken.key, making.answers):
        return None  # Y Mai comes, and not tomorrow
    reading = read(spoken.text, today=spoken.here.today, places=spoken.here.places())
    facts = correction(spoken.text, reading, making.answers, today=spoken.here.today)
    return None if facts is None else (Understood(intent=BOOKS, facts=facts), state)


def _said_to_what_waits(spoken: Spoken, understood: Understood, state: State) -> Elsewhere | None:
    """An answer to the question that a reminder lies on top of, or what is said of the booking under the offer of a person.

    A choice is never moved like that: "1" and "vang" are said to what was asked last.
    """
    if not state.below or is_short_reply(spoken.text):
        return None
    suspended = replace(state.below[0], below=state.below[1:])
    under = understand(spoken.text, spoken.to(suspended).question, spoken.here)
    if state.flow == STUCK_FLOW and under.intent == BOOKS and under.facts:
        return under, state
    # Names say "book", too; to who was asked for them they are the answer.
    outcomes = ("named",) if understood.intent else ("chosen", "named", "several", "said")
    deeper = under.answer
    if deeper is not None and deeper.outcome in outcomes and any_word(spoken.key) is None:
        return Understood(answer=deeper), suspended
    return None


WHERE_IT_ANSWERS_NOTHING: tuple[Callable[[Spoken, Understood, State], Elsewhere | None], ...] = (
    _line_of_its_day,
    # "2 và 3", "bà Lan" where those are listed of whom one is to go.
    some_of_a_list,
    # Before the village is one where somebody asks when a team comes.
    _booking_at_its_place,
    # Before a booking is put right: no booking is open where visits are listed.
    _other_village,
    # "Ra xã thứ 6" names a place as well, before it is another day.
    _centre_instead,
    # "Đổi sang thứ 6" is said to the booking, before what waits deeper.
    _put_right,
    _said_to_what_waits,
)
"""What a text means that answers nothing where something is asked, in order."""


TOLD_BESIDE: tuple[Callable[[Spoken, Understood, State | None], Understood], ...] = (
    # "Xóa lịch thứ 4 thôi" cancels: before whom and which of hers it is about.
    lambda spoken, understood, _state: with_only_her_place(spoken, understood),
    # "Dung nhắn tin được không" may be "dùng": nothing is stopped by it.
    lambda spoken, understood, _state: with_no_sure_stop(spoken, understood),
    # "Trừ ông Bình" names who stays: before whoever is named is taken for who goes.
    with_who_moves,
    # Whom of hers a wish is about may make another wish of it: first.
    lambda spoken, understood, state: whom_of_hers(spoken.scene, spoken.text, understood, state),
    # Behind the names: who of them stays, and where the booking is if there are none.
    lambda spoken, understood, _state: with_its_place(spoken, with_whom_kept(spoken, understood)),
    lambda spoken, understood, _state: with_its_day(spoken, understood),
    lambda spoken, understood, _state: with_its_centre(spoken, understood),
    # "Cùng ngày với tôi" says where and when, as a day would.
    with_her_own_day,
    # "Chồng tôi không đi, còn tôi thôi" is said of one, behind all that might have said who he is.
    lambda spoken, understood, _state: somebody_stays(spoken, understood),
    lambda spoken, understood, _state: with_relations(spoken.text, understood),
    lambda spoken, understood, _state: with_number_to_call(spoken.text, understood),
    with_lone_number,
    lambda spoken, understood, _state: with_weak_one(spoken, understood),
    lambda spoken, understood, _state: with_language_said(spoken.text, understood),
)
"""What is said beside what a text means, each added to its facts where it belongs to that."""


def meant_by(
    scene: Scene, text: str, structure: Structure, state: State | None
) -> tuple[Understood, State | None]:
    """What the text means, and the state it speaks to.

    A reminder may lie on top of a question that she is still answering: what cannot belong to the reminder is
    held against what it suspended.
    """
    here = Here(local_date(scene.now), cache(lambda: all_places(scene.db)))
    spoken, unclear = with_kin_named(with_its_week(Spoken(text, state, scene, structure, here)))
    nobody = whom_is_unclear(spoken, unclear) if unclear else None
    if nobody is not None:
        return nobody, state
    understood, spoken_to = _where_said(spoken)
    for told_beside in TOLD_BESIDE:
        understood = told_beside(spoken, understood, spoken_to)
    return moves_somebody(understood, unclear), spoken_to


def _where_said(spoken: Spoken) -> tuple[Understood, State | None]:
    understood = next(known for reader in READERS if (known := reader(spoken)) is not None)
    state = spoken.state
    if understood.answer is not None or state is None:
        return understood, state
    tried = (reader(spoken, understood, state) for reader in WHERE_IT_ANSWERS_NOTHING)
    return next((known for known in tried if known is not None), (understood, state))
