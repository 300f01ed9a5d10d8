"""A turn: one inbound message and its answer, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from helpdesk.conversation.asking_again import more_briefly, said_not_taken
from helpdesk.conversation.counting import NO_PHOTOS, note_expired, note_turn
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Saying, Slot
from helpdesk.conversation.field_marks import FLOW as MARKED
from helpdesk.conversation.field_marks import marks_said
from helpdesk.conversation.house import House, Scene
from helpdesk.conversation.lasting import store
from helpdesk.conversation.lasting.before import Before, before
from helpdesk.conversation.lasting.lapsing import as_of
from helpdesk.conversation.lasting.past_questions import without_past
from helpdesk.conversation.lasting.pinned import standing, structure_of
from helpdesk.conversation.lasting.resuming import in_current_words, resume
from helpdesk.conversation.leading.meaning import meant_by
from helpdesk.conversation.leading.on_the_way.drafts import with_what_is_lost
from helpdesk.conversation.leading.onward import onward
from helpdesk.conversation.leading.said import Said
from helpdesk.conversation.leading.short_replies import is_bare_answer
from helpdesk.conversation.playing import Played, play, word
from helpdesk.conversation.script.model import Script
from helpdesk.conversation.speaking import answer_in_her_language
from helpdesk.conversation.telling.telling_who_booked import tell_others
from helpdesk.conversation.understanding.typed_out import typed_out
from helpdesk.conversation.understanding.understand import Understood
from helpdesk.conversation.understanding.words import any_word
from helpdesk.conversation.which_commune import of_its_commune
from helpdesk.messaging import inbound
from helpdesk.messaging.gateways import Gateway
from helpdesk.messaging.outbox import Draft, post
from helpdesk.messaging.policy.loop_guard import Verdict, judge
from helpdesk.messaging.states import Kind, Outcome
from helpdesk.people.contacts import meet
from helpdesk.text.folding import matching_key
from helpdesk.text.people.called_at_first import without_name_called
from helpdesk.text.people.told_by_another import without_messenger
from helpdesk.text.redaction import redact
from helpdesk.text.short_forms import written_out
from helpdesk.text.storable import storable


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text that came: `provider_id` identifies it on its channel; `sender` is a canonical address.

    Of the text it holds what may be kept: no identity numbers and codes, nothing that no store takes, no more than
    MAX_STORED characters.
    """

    channel: str
    provider_id: str
    gateway: Gateway
    sender: str
    text: str
    # The channel answers on the wire of the request; otherwise the answer leaves through the outbox.
    answer_on_wire: bool
    # It will be told what became of an answer given on the wire.
    receipts: bool = True
    # Pictures that came along; nobody looks at them.
    pictures: int = 0

    def __post_init__(self) -> None:
        # Cut twice: a number that stands across the first cut is beyond the second.
        kept = redact(storable(self.text)[: 2 * inbound.MAX_STORED])[: inbound.MAX_STORED]
        for name, value in {"text": kept, "sender": self.sender, "provider_id": self.provider_id}.items():
            object.__setattr__(self, name, storable(value))


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer by its outbox id, so that its receipt finds it."""

    message_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of an inbound message. `repeat`: it was here before, and these are the answers it got then."""

    replies: tuple[Reply, ...]
    understood: str
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What a text came to: where the conversation stands, pinned to `edition`, and what was said."""

    played: Played
    edition: str
    understood: str
    meant: Understood
    # Where she stood when she said it; None: nothing was asked.
    spoken_to: State | None

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """All that was said, in order."""
        return self.played.sayings


PICTURE = Understood(intent=NO_PHOTOS)
"""What a picture without a word means."""

SHORTEST = 8
"""Characters that a phone's number in E.164 has more than."""


def receive(db: sa.Connection, arrival: Arrival, house: House) -> Turn:
    """Take one inbound message: answer it, or repeat the answer it got before.

    1. The contact's row is written: the lock that puts two texts of one phone in order. 2. One query asks what there
    was before: a repeat ends here, and so does a machine that answers us. 3. It is understood in the light of the open
    question. 4. The engine is played. 5. Conversation, message and answer are saved. All in the caller's transaction.
    """
    scene, before = open_scene(db, arrival, house)
    if before.repeat:
        return _repeat(db, arrival)
    verdict = _verdict(scene, arrival.text, before)
    if verdict is not Verdict.ANSWER:
        return _turned_away(scene, arrival, verdict)
    marked = marks_said(scene, arrival.text)
    if marked is not None:
        _note(scene, MARKED, Outcome.UNDERSTOOD)
        return Turn(_answer(scene, arrival, word(scene, marked)), MARKED)
    meant = PICTURE if arrival.pictures and not arrival.text.strip() else None
    taken = take(scene, arrival.text, before.conversation, meant=meant)
    return Turn(_answer(scene, arrival, word(scene, taken.sayings)), taken.understood)


def _verdict(scene: Scene, text: str, before: Before) -> Verdict:
    address = scene.contact.address
    if not (address.startswith("+") and address[1:].isdecimal() and len(address) > SHORTEST):
        # A brand's name or a short code: a machine texts from there, and an answer would cost or loop.
        return Verdict.MACHINE
    return judge(scene.db, scene.contact.id, before.counts, text=text, now=scene.now)


def _turned_away(scene: Scene, arrival: Arrival, verdict: Verdict) -> Turn:
    """One too many, or no person's: silence, but for one last word that the answers rest."""
    label = inbound.MACHINE if verdict is Verdict.MACHINE else inbound.LOOP
    rests = verdict is Verdict.LAST_WORD and scene.contact.opted_out_at is None
    said = (Saying("too_many", "rest", Slot.SAY, {}),) if rests else ()
    outcome = Outcome.REST if rests else Outcome.SILENT
    _note(scene, label, outcome)
    return Turn(_answer(scene, arrival, word(scene, said)) if said else (), label)


def _note(scene: Scene, label: str, outcome: Outcome) -> None:
    if scene.incoming is not None:
        scene.incoming.note(scene.db, label, outcome=outcome)


def take(
    scene: Scene, text: str, conversation: store.Conversation, *, meant: Understood | None = None
) -> Taken:
    """Understand a text in the light of the open question, play the engine, save the conversation, and note it.

    `meant`: what it means, where that is known without its words.
    """
    answer_in_her_language(scene, text)
    taken = _taken(scene, text, conversation, meant)
    note_turn(scene, taken.understood, taken.meant, spoken_to=taken.spoken_to, said=taken.sayings)
    tell_others(scene)
    return taken


def _taken(scene: Scene, text: str, conversation: store.Conversation, meant: Understood | None) -> Taken:
    # Once for all who read it: what understands "không đi được" is to understand "ko di dc" and "khoong ddi dduwowcj".
    text = without_messenger(without_name_called(typed_out(written_out(text))))
    db, house = scene.db, scene.house
    loaded, conversation = conversation, as_of(db, house, conversation, scene.now)
    if conversation is not loaded:
        note_expired(db, scene.contact, loaded.state, conversation.state, now=scene.now)
    structure = structure_of(house, db, conversation.edition)
    state = standing(house.script, structure, conversation.state)
    understood, state = (meant, state) if meant else meant_by(scene, text, structure, state)
    if understood.answer is None and meant is None:
        # What answers a reminder of a day that is over is told so by its flow; all else is not said to it.
        asked, conversation = conversation, without_past(db, house, conversation)
        if conversation is not asked:
            state = standing(house.script, structure, conversation.state)
            understood, state = meant_by(scene, text, structure, state)
    edition, label = conversation.edition or house.script.edition, _label(understood)
    gone = conversation.state if state is None else None
    if gone is not None and not _is_a_wish(text, understood, gone, house.script):
        played, edition = resume(scene, structure, gone), house.script.edition
        store.save(db, scene.contact.id, played.state, edition=edition, now=scene.now, before=conversation)
        return Taken(played, edition, label, understood, state)
    led = onward(Said(text, understood, state, scene, structure, conversation))
    given, label = led.given, led.noted_as or label
    if led.only_says is not None:
        state = led.stands or state
        store.save(db, scene.contact.id, state, edition=edition, now=scene.now, before=conversation)
        return Taken(Played(state, (led.only_says,)), edition, label, understood, state)
    if given is None:
        return Taken(Played(state, ()), edition, label, understood, state)
    if led.anew or state is None:
        structure, edition = house.script.structure, house.script.edition
    played = play(scene, structure, state, given)
    if structure is not house.script.structure:
        played, edition = in_current_words(scene, structure, played, edition)
    walked = house.script.structure if edition == house.script.edition else structure
    played = of_its_commune(scene, walked, text, played)
    played = said_not_taken(house.script, given, played)
    played = with_what_is_lost(house.script.structure, conversation.state, given, played)
    played = more_briefly(house.script, conversation.state, played, language=scene.contact.language)
    store.save(db, scene.contact.id, played.state, edition=edition, now=scene.now, before=conversation)
    return Taken(played, edition, label, understood, state)


def apologise(db: sa.Connection, arrival: Arrival, house: House) -> Turn:
    """After a fault of ours: the message is kept, the conversation stays where it was, and she is told."""
    scene, before = open_scene(db, arrival, house)
    if before.repeat:
        return _repeat(db, arrival)
    verdict = _verdict(scene, arrival.text, before)
    if verdict is not Verdict.ANSWER:
        return _turned_away(scene, arrival, verdict)
    _note(scene, inbound.FAULT, Outcome.FAULT)
    sorry = Saying("fault", "sorry", Slot.SAY, {})
    return Turn(_answer(scene, arrival, word(scene, (sorry,))), inbound.FAULT)


def open_scene(db: sa.Connection, arrival: Arrival, house: House) -> tuple[Scene, Before]:
    """Hold the contact; who speaks with us, and what there was before her message. Nothing of it is stored yet."""
    now = house.clock.now()
    contact = meet(db, arrival.sender, now=now)
    incoming = inbound.Incoming(
        channel=arrival.channel,
        provider_id=arrival.provider_id,
        gateway_id=arrival.gateway.id,
        contact_id=contact.id,
        commune_id=arrival.gateway.commune_id or contact.commune_id,
        text=arrival.text,
        received_at=now,
    )
    return Scene(db, house, contact, arrival.gateway, now, incoming), before(db, incoming)


def _repeat(db: sa.Connection, arrival: Arrival) -> Turn:
    said = inbound.replies_to(db, channel=arrival.channel, provider_id=arrival.provider_id)
    return Turn(tuple(Reply(*reply) for reply in said), "repeat", repeat=True)


def _is_a_wish(text: str, understood: Understood, gone: State, script: Script) -> bool:
    """Whether a text asks for something, and does not answer the question that is gone: names alone say "book", too,
    and "khong co" to no question at all is that she has no smartphone."""
    if understood.intent is None or is_bare_answer(text):
        return False
    return script.flow_for(understood.intent) != gone.flow or any_word(matching_key(text)) is not None


def _label(understood: Understood) -> str:
    if understood.answer is not None:
        return f"answer:{understood.answer.outcome}"
    return understood.intent or "unknown"


def _answer(scene: Scene, arrival: Arrival, texts: Sequence[str]) -> tuple[Reply, ...]:
    replies = (_reply(scene, arrival, text, number) for number, text in enumerate(texts, start=1))
    return tuple(reply for reply in replies if reply is not None)


def _reply(scene: Scene, arrival: Arrival, text: str, number: int) -> Reply | None:
    draft = Draft(
        # Not by the row's id: SQLite gives the id of a row that was deleted to a new one.
        intent_key=f"reply:{arrival.channel}:{arrival.provider_id}:{number}",
        kind=Kind.REPLY,
        gateway_id=scene.gateway.id,
        recipient=scene.contact.address,
        text=text,
        due_at=scene.now,
        contact_id=scene.contact.id,
        commune_id=scene.commune_id,
        in_reply_to=scene.inbound_id,
        handed_over=arrival.answer_on_wire,
        receipts=arrival.receipts,
    )
    message_id = post(scene.db, draft, now=scene.now)
    return Reply(message_id, text) if message_id is not None else None
