"""Any text at every question: what must be true of each turn, whatever was written.

Who stands at a question (every_question.py) writes a few texts, one after the other, each to wherever the one before has
led; then all of it is rolled back. Some dial instead of texting, some are spoken to in English, or with accents.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

import sqlalchemy as sa

from helpdesk.conversation.engine.state import State
from helpdesk.conversation.lasting import store
from helpdesk.conversation.lasting.pinned import standing
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.people.contacts import change
from helpdesk.people.tables import contacts
from helpdesk.places import sample as sample_places
from helpdesk.text.segments import REFUSED_BY_GATEWAYS, measure, outside_gsm7, septets
from helpdesk.text.ussd_pages import PAGE
from tests.support.any_texts import AnyText, AnyTexts
from tests.support.every_question import Spot, Standing, come_to_every_question, questions
from tests.support.rehearsal import Rehearsal, rehearsal

MOST_MESSAGES = 2
"""Messages that one turn may answer with: an answer, and what is asked again behind it."""

MOST_SEGMENTS = 2
"""Of each message (3GPP TS 23.038 counts them; that two is the most stands in flows/README.md)."""

IN_A_ROW = 3
"""Texts that are said one after the other before she stands at the question again."""

VISIT = 24
"""Texts said at one standing before another is put back."""

MANNERS: tuple[dict[str, object], ...] = (*[{}] * 6, {"language": "en"}, {"accents": True})
"""How she may have asked to be spoken to; one is drawn for each row of texts."""

DIALLED = 0.2
"""The part of all rows that is keyed in on USSD."""

_NEWEST = sa.select(inbound_messages.c.text).order_by(inbound_messages.c.id.desc()).limit(1)
_TEXTED_AFTERWARDS = (
    sa.select(outbound_messages.c.text)
    .where(outbound_messages.c.intent_key.like("texted:%"))
    .order_by(outbound_messages.c.id.desc())
    .limit(1)
)
_ACCENTS = sa.select(contacts.c.accents).where(contacts.c.address == sa.bindparam("address"))


@dataclass
class Said:
    """What was said so far, and what came of it. `wrong`: each fault with the way and the texts that show it; `turns`:
    what each took, in seconds of CPU, for the machine may be busy with others."""

    texts: int = 0
    wrong: list[str] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    most_segments: int = 0
    costliest: str = ""


class AnyTurns:
    """A practice service whose questions have been come to, and a way to say anything at any of them."""

    def __init__(self, now: Rehearsal, found: dict[Spot, list[Standing]], seed: str) -> None:
        self.now, self.found = now, found
        self.chance = Random(seed)
        self.script = now.house.script
        self.questions = questions(self.script.structure)
        self.texts = AnyTexts(self.script, self.chance)
        self.said = Said()

    def say_any(self, texts: int) -> Iterator[Said]:
        """Say so many texts, at all questions in turn; after each visit to one, what was said so far."""
        spots = sorted(self.found)
        until = self.said.texts + texts
        visits = 0
        while self.said.texts < until:
            standings = self.found[spots[visits % len(spots)]]
            visits += 1
            self._visit(self.chance.choice(standings), min(VISIT, until - self.said.texts))
            yield self.said

    def say_everywhere(self, *row: str) -> Said:
        """Say these texts, one after the other, at every standing there is."""
        for spot in sorted(self.found):
            for there in self.found[spot]:
                self.now.put_back(there.moment)
                self._row(there, [AnyText(text) for text in row])
                self.said.texts += len(row)
        return self.said

    def _visit(self, there: Standing, texts: int) -> None:
        self.now.put_back(there.moment)
        for begun in range(0, texts, IN_A_ROW):
            row = [self.texts.draw() for _ in range(min(IN_A_ROW, texts - begun))]
            self._row(there, row)
            self.said.texts += len(row)

    def _row(self, there: Standing, row: list[AnyText]) -> None:
        manner = self.chance.choice(MANNERS)
        way = _Dialled(self.now, there) if self.chance.random() < DIALLED else _Texted(self.now, there)
        told: list[str] = []
        try:
            with self.now.runtime.engine.connect() as db, _rolled_back(db):
                contact = self.now.contact(db, there.address)
                if manner:
                    change(db, contact.id, **manner)
                for text in way.before(row):
                    told.append(text.text)
                    began = time.process_time()
                    answers = way.say(db, text.text)
                    self.said.turns.append(time.process_time() - began)
                    faults = [
                        *way.faults(db, answers),
                        *_refused(answers),
                        *self._of_state(db, contact.id, text),
                    ]
                    self._count(there, told, answers)
                    if faults:
                        self._note(there, told, manner, faults)
                        return
        except Exception as error:  # noqa: BLE001 - told with the texts that did it, and the run goes on
            self._note(there, told, manner, [f"{type(error).__name__}: {error}"[:300]])

    def _count(self, there: Standing, told: list[str], answers: list[str]) -> None:
        segments = sum(measure(answer).segments for answer in answers)
        gsm7 = all(measure(answer).encoding == "GSM-7" for answer in answers)
        if gsm7 and segments > self.said.most_segments:
            self.said.most_segments, self.said.costliest = segments, f"{there} > {told!r}"

    def _note(self, there: Standing, told: list[str], manner: dict[str, object], faults: list[str]) -> None:
        said = " > ".join(repr(text if len(text) <= 200 else f"{text[:200]}…({len(text)})") for text in told)
        self.said.wrong += [
            f"{'.'.join(there.spot)}: {fault} [{there} > {said} {manner or ''}]" for fault in faults
        ]

    def _of_state(self, db: sa.Connection, contact_id: int, text: AnyText) -> Iterator[str]:
        after = store.load(db, contact_id).state
        saved = after.to_json() if after is not None else {}
        if after is not None:
            if State.from_json(json.loads(json.dumps(saved))) != after:
                yield "the state does not come back as it was saved"
            if standing(self.script, self.script.structure, after) is None:
                yield f"{after.flow}.{after.step} is asked and could not be taken up"
        if text.secret is not None and text.secret in str(db.execute(_NEWEST).scalar()) + json.dumps(saved):
            yield "a number that must not be kept was stored"


class _Texted:
    """By SMS."""

    def __init__(self, now: Rehearsal, there: Standing) -> None:
        self.now, self.address = now, there.address

    def before(self, row: list[AnyText]) -> list[AnyText]:
        return row

    def say(self, db: sa.Connection, text: str) -> list[str]:
        return [reply.text for reply in self.now.text(db, self.address, text).replies]

    def faults(self, db: sa.Connection, answers: list[str]) -> Iterator[str]:
        if len(answers) > MOST_MESSAGES:
            yield f"{len(answers)} messages answer one"
        for answer in answers:
            cost = measure(answer)
            if not answer.strip():
                yield "an empty answer"
            if (cost.encoding != "GSM-7" or cost.segments > MOST_SEGMENTS) and not _accents(db, self.address):
                yield f"{cost.segments} segments of {cost.encoding}: {answer!r}"


class _Dialled:
    """By USSD: a session that is opened, and goes on where she stands."""

    def __init__(self, now: Rehearsal, there: Standing) -> None:
        self.now, self.address = now, there.address
        now.arrivals += 1
        self.session, self.turn = f"any-{now.arrivals}", 0

    def before(self, row: list[AnyText]) -> list[AnyText]:
        return [AnyText("*123#"), AnyText("1"), *row]

    def say(self, db: sa.Connection, text: str) -> list[str]:
        self.turn += 1
        page = self.now.dial(db, self.address, text, session=self.session, turn=self.turn)
        return [page.text]

    def faults(self, db: sa.Connection, answers: list[str]) -> Iterator[str]:
        texted = str(db.execute(_TEXTED_AFTERWARDS).scalar() or "-")
        if measure(texted).segments > MOST_SEGMENTS and not _accents(db, self.address):
            yield f"{measure(texted).segments} segments come afterwards: {texted!r}"
        for page in answers:
            if not page.strip():
                yield "an empty page"
            if septets(page) > PAGE or outside_gsm7(page):
                yield f"no page of {PAGE} septets: {page!r}"


def _accents(db: sa.Connection, address: str) -> bool:
    """Whether she asked for accents, with which a text costs what it costs."""
    return bool(db.execute(_ACCENTS, {"address": address}).scalar())


def _refused(answers: list[str]) -> Iterator[str]:
    for answer in answers:
        signs = sorted(REFUSED_BY_GATEWAYS.intersection(answer))
        if signs:
            yield f"gateways refuse {' '.join(signs)}: {answer!r}"


@contextmanager
def _rolled_back(db: sa.Connection) -> Iterator[None]:
    transaction = db.begin()
    try:
        yield
    finally:
        transaction.rollback()


@contextmanager
def any_turns(seed: str, *, kept: int = 2, told: bool = False) -> Iterator[AnyTurns]:
    """A fresh practice service whose questions have been come to; with `told`, its communes have told their facts."""
    with rehearsal(seed) as now:
        if told:
            with now.transaction() as db:
                sample_places.load_facts(db)
        yield AnyTurns(now, come_to_every_question(now, kept=kept), seed)
