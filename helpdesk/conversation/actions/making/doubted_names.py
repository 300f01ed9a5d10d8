"""Actions for words that may be somebody's name, and may be none: nobody is booked by them before she has said so."""

from collections.abc import Mapping
from typing import Any

from helpdesk.conversation.actions.facts import people_facts
from helpdesk.conversation.engine.turns import Happened
from helpdesk.conversation.house import Scene
from helpdesk.conversation.understanding.bookings.one_text import PEOPLE
from helpdesk.people.persons import Person

DOUBTED = "doubted"
"""The answer that holds them, as [[name, birth year or None], …], so that names she writes instead do not join them."""

Answers = Mapping[str, Any]


def doubt_names(_scene: Scene, answers: Answers) -> Happened:
    """Set those named aside, and read them out as `named`."""
    people = answers[PEOPLE]
    read_out = people_facts([Person(0, name, year) for name, year in people])["people"]
    return Happened("doubted", {DOUBTED: people, PEOPLE: [], "named": read_out})


def take_doubted(_scene: Scene, answers: Answers) -> Happened:
    """They are who comes."""
    return Happened("done", {PEOPLE: answers.get(DOUBTED) or [], DOUBTED: None})
