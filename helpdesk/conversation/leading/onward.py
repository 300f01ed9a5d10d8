"""Where a text leads, once it is clear what it means: what the engine is told, or that silence is the answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.last_booking import last_booking
from helpdesk.conversation.actions.booking import NOTED
from helpdesk.conversation.actions.past_booking import DROPPED
from helpdesk.conversation.counting import NO_PHOTOS, THANKS, WHICH_TOPIC
from helpdesk.conversation.engine.advance import open_question
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Structure
from helpdesk.conversation.engine.turns import GoBack, Heard, Input, Saying, Slot, Start
from helpdesk.conversation.house import Scene
from helpdesk.conversation.lasting import store
from helpdesk.conversation.lasting.lapsing import late_answer
from helpdesk.conversation.leading.after_booking import wish_of_booked
from helpdesk.conversation.leading.beyond_us import beyond_us
from helpdesk.conversation.leading.day_of_a_list import day_in_vain
from helpdesk.conversation.leading.drafts import DRAFTS, is_draft, set_aside
from helpdesk.conversation.leading.meaning import BOOKS, is_bare_answer
from helpdesk.conversation.leading.naming_done import naming_done
from helpdesk.conversation.leading.said_before_asked import can_only_book, with_said_before
from helpdesk.conversation.leading.said_to_reminders import said_to_reminder
from helpdesk.conversation.leading.turned_aside import chooses_to_book, taken_up, turned_aside
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.understanding.absence import cannot_come, why_not
from helpdesk.conversation.understanding.mid_booking import asks_back
from helpdesk.conversation.understanding.one_text import DAY, a_step_back, joined
from helpdesk.conversation.understanding.replies import number_reply
from helpdesk.conversation.understanding.understand import PEOPLE_SAID, Understood
from helpdesk.conversation.understanding.words import any_word
from helpdesk.messaging import inbound
from helpdesk.messaging.last_said import last_said
from helpdesk.text.folding import matching_key

PICTURE = Understood(intent=NO_PHOTOS)
"""What a picture without a word means."""

LET_BE, CANNOT_COME, WEAK, REMINDS, STUCK = "let_be", "cannot_come", "elderly_home", "reminder", "stuck"
"""Flows by name: a yes to nothing is let be; who cannot come is asked what is to become of her place."""

OFFERS_TO_RING = frozenset({"free_sim", "loan_phone", "elderly_home"})
"""Flows that end in no more than an offer to ring: who goes on to another topic has let it be."""

ASKS_AGAIN_IN_VAIN = frozenset({"unknown", WHICH_TOPIC}) | OFFERS_TO_RING
"""Questions that any topic answers: asked again behind the answer they would lead in circles."""

ASK_WHICH_FROM = frozenset({"menu", "questions", "unknown", WHICH_TOPIC})
"""Flows whose open question is no more than an offer of topics, so that another may take its place."""

TOLD_BY_ITS_QUESTION = frozenset({"hours", "where", "visit_when", "my_booking"})
TELLS_HER_BOOKING = frozenset({REMINDS, CANNOT_COME})
"""Topics that these questions answer themselves: when and where her own booking is."""

NO_WAY_ON = frozenset(
    {"nothing_there", "only_day", "no_day_fits", "no_later", "too_many", "beyond_limit", "full"}
)
"""Questions of a booking where what was said so far does not do: whoever says "DAT" there begins anew."""

OFFERS = "offer"
"""The flow that offers places which came free."""

HER_PLACES = frozenset({"cancel", "reschedule", "my_booking"})
"""Flows about places that she has: what is held for her beside them is not answered by that."""

MOVES = "reschedule"
"""The flow that moves a booking to another day."""

ASKS_WHETHER_SHE_COMES = frozenset({REMINDS, "day_changed"})


_CANNOT_WALK = re.compile(r"\b(?:khong|ko|k|kho|hong)(?: the| con)? di lai(?: duoc| noi| dc)?\b")
_WHEN_IS_IT = re.compile(r"\b(?:may gio|gio nao|luc nao|hom nao|ngay nao|buoi nao|what time)\b")
_OF_THE_OFFICE = re.compile(
    r"\b(?:lam viec|mo cua|dong cua|cong an|uy ban|ubnd|van phong|tru so|doi|doan|office|police|open)\b"
)


@dataclass(frozen=True, slots=True)
class Onward:
    """What the engine is told (None: silence is the answer), and whether that begins a conversation anew.

    `only_says`: said beside the open question, which stays as it is. `noted_as`: what the text is counted as, where that
    is not what it was understood as.
    """

    given: Input | None
    anew: bool = False
    noted_as: str | None = None
    only_says: Saying | None = None


def onward(
    text: str,
    understood: Understood,
    state: State | None,
    scene: Scene,
    structure: Structure,
    conversation: store.Conversation,
) -> Onward:
    """Where a text leads that was understood so, said to this state of a conversation."""
    script = scene.house.script
    of_her_place = _cannot_come(text, understood, state, scene) or _of_booked(text, understood, state, scene)
    known = (
        _asked_back(text, state)
        or _to_reminder(text, understood, state)
        or of_her_place
        or _all_named(text, understood, state)
        or _beyond_us(text, understood, state, scene)
        or _no_such_day(text, understood, state, scene, structure)
    )
    if known is not None:
        return known
    if state is None and is_bare_answer(text):
        return _cold_day(understood, scene, conversation) or _to_nothing_asked(text, scene, conversation)
    if understood.answer is not None:
        return _answered(understood.answer, state, structure)
    silent = scene.contact.opted_out_at is not None
    if understood.intent == "back" and state is not None:
        return _back(state)
    flow = _flow_of(understood, script)
    if understood.intent is None or flow is None:
        return _in_doubt(understood, state, script.flow_for("unknown") or "unknown", silent=silent)
    if (silent and understood.intent in ("thanks", "greeting", NO_PHOTOS)) or (
        flow == THANKS and _spoke_last(scene, THANKS)
    ):
        return Onward(None)
    if _asks_of_her_own(text, understood.intent, state, scene):
        return Onward(Start(script.flow_for("my_booking") or flow), anew=True)
    told = _told_beside(flow, understood.intent, state, scene)
    if told is not None:
        return Onward(None, only_says=told)
    beside = _beside_or_back(flow, understood.facts, state, structure)
    if beside is not None:
        return beside
    before = state or conversation.state
    goes_on = state is not None and state.flow == BOOKS and state.step not in NO_WAY_ON
    return Onward(_begun(flow, understood, before, script.structure, goes_on=goes_on), anew=True)


def _asked_back(text: str, state: State | None) -> Onward | None:
    """What she asks about the question of her booking is answered by that; None for all others."""
    if state is None or state.flow != BOOKS or not asks_back(matching_key(text)):
        return None
    return Onward(None, only_says=Saying(state.flow, state.step, Slot.ASK, state.answers))


def _answered(heard: Heard, state: State | None, structure: Structure) -> Onward:
    """Where an answer leads: on, but to the booking that waits where it leads to a booking."""
    again = taken_up(state) if chooses_to_book(heard, state, structure) else None
    return Onward(again, anew=True) if again is not None else Onward(heard)


def _beside_or_back(
    flow: str, facts: Mapping[str, Any], state: State | None, structure: Structure
) -> Onward | None:
    """What is answered while the open question waits, or goes on with a booking that waits itself; None for all others."""
    if _is_aside(flow, state, structure):
        return Onward(Start(flow, facts, suspend=True))
    aside = turned_aside(flow, facts, state, structure)
    if aside is not None:
        return Onward(aside)
    again = taken_up(state) if flow == BOOKS and not facts else None
    return Onward(again, anew=True) if again is not None else None


def _flow_of(understood: Understood, script: Script) -> str | None:
    if understood is PICTURE:
        return NO_PHOTOS
    return script.flow_for("menu" if understood.intent == "back" else understood.intent or "unknown")


def _begun(
    flow: str, understood: Understood, before: State | None, structure: Structure, *, goes_on: bool
) -> Start:
    """The flow that her wish begins, knowing what it is to know of the booking that is open.

    `goes_on`: she is asked for that booking now, and "tôi muốn đặt chỗ" says nothing new: what is known is kept.
    """
    offered = _still_offered(before, structure) if flow in HER_PLACES | {BOOKS} else ()
    if flow == BOOKS:
        facts = _with_open_booking(understood.facts, before, goes_on=goes_on)
        return Start(flow, facts, below=(*set_aside(structure, before, facts), *offered))
    dropped = understood.intent == "cancel" and not understood.facts and is_draft(before)
    return Start(flow, {DROPPED: True} if dropped else understood.facts, below=offered)


def _still_offered(before: State | None, structure: Structure) -> tuple[State, ...]:
    """What places are held for her by an offer that she was asked about: she is asked again, if they still are."""
    if before is None or before.flow != OFFERS or OFFERS not in structure.flows:
        return ()
    answers = {"offer_id": before.answers.get("offer_id")}
    return (State(OFFERS, structure.flows[OFFERS].start, answers), *before.below)


def _back(state: State) -> Onward:
    if state.flow == BOOKS and not state.trail and (said := a_step_back(state.answers)):
        return Onward(Start(BOOKS, said, below=state.below), anew=True)
    return Onward(GoBack())


def _in_doubt(understood: Understood, state: State | None, unknown: str, *, silent: bool) -> Onward:
    if silent:
        return Onward(None)
    offered = state is not None and state.flow in OFFERS_TO_RING and not state.below
    if understood.doubt and (state is None or offered or state.flow in ASK_WHICH_FROM):
        facts = with_said_before(understood.facts, state)
        if can_only_book(facts, state):
            return Onward(Start(BOOKS, facts), anew=True)
        topics = {**facts, "topics": list(understood.doubt)}
        return Onward(Start(WHICH_TOPIC, topics), anew=True)
    return Onward(Heard(None)) if state is not None else Onward(Start(unknown), anew=True)


def _is_aside(flow: str, state: State | None, structure: Structure) -> bool:
    """Whether it is answered, and then the open question is asked again; but not which topic was meant: she has said it."""
    if state is None or flow not in structure.flows or not structure.flows[flow].aside:
        return False
    return bool(state.below) or state.flow not in ASKS_AGAIN_IN_VAIN


def _no_such_day(
    text: str, understood: Understood, state: State | None, scene: Scene, structure: Structure
) -> Onward | None:
    """What is said to a day that is over, or none of the calendar, where days are listed: the list stays open."""
    ask = open_question(structure, state)
    if understood.answer is not None or understood.intent is not None or ask is None or state is None:
        return None
    said = day_in_vain(text, ask, state.answers, now=scene.now)
    if said is None or MOVES not in scene.house.script.flows:
        return None
    step, facts = said
    return Onward(None, only_says=Saying(MOVES, step, Slot.SAY, facts))


def _asks_of_her_own(text: str, intent: str, state: State | None, scene: Scene) -> bool:
    """Whether she asks when it is and has a booking: "mai mấy giờ" is no question about office hours."""
    key = matching_key(text)
    if state is not None or intent not in ("hours", "visit_when") or not _WHEN_IS_IT.search(key):
        return False
    return not _OF_THE_OFFICE.search(key) and bool(
        live_bookings_of(scene.db, scene.contact.id, now=scene.now)
    )


def _told_beside(flow: str, intent: str, state: State | None, scene: Scene) -> Saying | None:
    """What is said without asking anything anew: who thanks for a menu has it still, and who asks at a reminder when and
    where it is, is told so by its question."""
    if state is None:
        return None
    if flow == THANKS and state.flow in ASK_WHICH_FROM | {STUCK}:
        return Saying(THANKS, scene.house.script.structure.flows[THANKS].start, Slot.SAY, {})
    if intent == "greeting" and state.flow in DRAFTS and is_draft(state):
        # A greeting turns to nothing else.
        return Saying(state.flow, state.step, Slot.AGAIN, state.answers)
    if intent in TOLD_BY_ITS_QUESTION and state.flow in TELLS_HER_BOOKING:
        return Saying(state.flow, state.step, Slot.ASK, state.answers)
    return None


def _with_open_booking(facts: Mapping[str, Any], state: State | None, *, goes_on: bool) -> Mapping[str, Any]:
    """What was said of a booking, together with the answers of the one that is open, if only under a reminder."""
    frames = (state, *state.below) if state is not None else ()
    before = next((frame.answers for frame in frames if frame.flow == BOOKS), None)
    if before is None:
        return with_said_before(facts, state)
    noted = {NOTED: before[NOTED]} if NOTED in before else {}
    return {**joined(before, facts), **noted} if facts or goes_on else facts


def _of_booked(text: str, understood: Understood, state: State | None, scene: Scene) -> Onward | None:
    """What somebody who has a place says about it where nothing of weight is asked; None for all others."""
    offered = state is None or (state.flow in ASK_WHICH_FROM | {"my_booking"} and not state.below)
    if not offered or understood.answer is not None:
        return None
    wish = wish_of_booked(text, matching_key(text), understood)
    if wish is None or wish.flow not in scene.house.script.flows:
        return None
    if not live_bookings_of(scene.db, scene.contact.id, now=scene.now):
        return None
    return Onward(Start(wish.flow, wish.facts), anew=True)


def _all_named(text: str, understood: Understood, state: State | None) -> Onward | None:
    """What "xong" behind the names comes to; None for all other texts."""
    done = naming_done(text, state) if understood.answer is None else None
    if isinstance(done, Saying):
        return Onward(None, only_says=done)
    return Onward(done) if done is not None else None


def _beyond_us(text: str, understood: Understood, state: State | None, scene: Scene) -> Onward | None:
    """What is none of our matters, or should not have been sent, is said so; then the open question is asked again."""
    flow = beyond_us(text, understood, state)
    if flow is None or flow not in scene.house.script.flows:
        return None
    return Onward(Start(flow, suspend=state is not None), anew=state is None, noted_as=flow)


def _to_reminder(text: str, understood: Understood, state: State | None) -> Onward | None:
    """What is said to a reminder beside a yes and a no; None for all other texts."""
    said = said_to_reminder(matching_key(text), state) if understood.answer is None else None
    if isinstance(said, Saying):
        return Onward(None, only_says=said)
    return Onward(said) if said is not None else None


def _cannot_come(text: str, understood: Understood, state: State | None, scene: Scene) -> Onward | None:
    """Who says that she cannot come, and not what is to become of her place, is asked; None for all others."""
    key = matching_key(text)
    if state is None and _CANNOT_WALK.search(key):
        return Onward(Start(WEAK), anew=True)
    reminded = state is not None and state.flow in ASKS_WHETHER_SHE_COMES
    if any_word(key) is not None or not (cannot_come(key) or (reminded and why_not(key))):
        return None
    if understood.intent == "reschedule" or understood.intent not in (None, "cancel", "elderly_home"):
        return None
    if reminded and state is not None:
        named = {name: said for name, said in understood.facts.items() if name == PEOPLE_SAID}
        spoken_of = {"booking_ids": state.answers.get("booking_ids", ()), **named}
        return Onward(Start(CANNOT_COME, spoken_of), anew=True)
    if state is not None:
        return None
    if live_bookings_of(scene.db, scene.contact.id, now=scene.now):
        return Onward(Start(CANNOT_COME, understood.facts), anew=True)
    if understood.intent == "cancel" and last_booking(scene.db, scene.contact.id) is None:
        # There is nothing to cancel: somebody is too weak to come at all.
        return Onward(Start(WEAK), anew=True)
    return None


def _cold_day(understood: Understood, scene: Scene, conversation: store.Conversation) -> Onward | None:
    """A day to no question at all: "thứ 6" is no answer, and kept for the booking that follows; None for all others."""
    if (
        DAY not in understood.facts
        or conversation.lapsed is not None
        or scene.contact.opted_out_at is not None
    ):
        return None
    return Onward(Start(WHICH_TOPIC, {**understood.facts, "topics": [BOOKS, "visit_when"]}), anew=True)


def _to_nothing_asked(text: str, scene: Scene, conversation: store.Conversation) -> Onward:
    """A number, a yes or a no to a question that is closed, or was answered already: it does nothing, and she is told.

    A yes or a no when nothing has lapsed is courtesy: it gets a kind word once, and then silence.
    """
    courtesy = conversation.lapsed is None and number_reply(matching_key(text)) is None
    noted_as = THANKS if courtesy else inbound.LATE
    if scene.contact.opted_out_at is not None or (courtesy and _spoke_last(scene, THANKS, LET_BE)):
        return Onward(None, noted_as=noted_as)
    if courtesy:
        return Onward(Start(LET_BE), anew=True, noted_as=noted_as)
    return Onward(
        Start(WHICH_TOPIC, late_answer(scene.house.script, conversation)), anew=True, noted_as=noted_as
    )


def _spoke_last(scene: Scene, *flows: str) -> bool:
    """Whether the last thing she was answered is no more than the kind word of one of these flows."""
    said = last_said(scene.db, scene.contact.id)
    return len(said) == 1 and said[0].split(":")[-1].split(".")[0] in flows
