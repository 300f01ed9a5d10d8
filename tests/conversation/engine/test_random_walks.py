"""Whoever texts whatever, at whatever step of the shipped flows: nothing is raised, and all can be saved and said."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conversation.actions.table import ACTIONS
from helpdesk.conversation.engine.advance import advance, open_question
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.structure import Ask
from helpdesk.conversation.engine.turns import (
    Ended,
    Expired,
    GoBack,
    Happened,
    Heard,
    Input,
    NeedsAction,
    Saying,
    Start,
)
from helpdesk.conversation.rendering.render import Manner, render
from helpdesk.conversation.script.checking.known import known_in
from helpdesk.conversation.script.load import load
from helpdesk.conversation.understanding.understand import Question, understand
from helpdesk.places.sample import without_database

SCRIPT = load()
PLACES = without_database()
COMMON = (
    "1|2|3|4|9|0|00|co|khong|huy|dat|doi|xem|menu|xoa|tc|mai|ok|40725|👍||Ho Van A 1985, Ho Thi B|ca roong|ca roong 1"
    "|cam on|mang gi|quay lai|gap can bo"
)
TEXTS = st.one_of(
    st.sampled_from(COMMON.split("|")),
    st.sampled_from(
        [label.sms for flow in SCRIPT.flows.values() for t in flow.texts.values() for label in t.labels]
    ),
    st.text(max_size=12),
)
SILENCE = "(silence)"
Chooser = Callable[[int], int]


def pretended(action: str, choose: Chooser, *, happened: set[tuple[str, str]]) -> Happened:
    """An outcome that the action may have, with all that it then makes known.

    What `happened` in the same turn does not happen again, while the action has another outcome: nobody said anything.
    """
    does = ACTIONS[action]
    fresh = sorted(each for each in does.outcomes if (action, each) not in happened) or sorted(does.outcomes)
    outcome = fresh[choose(len(fresh))]
    happened.add((action, outcome))
    facts: dict[str, Any] = dict.fromkeys(does.gives[outcome], "x")
    for name, listing in does.lists.items():
        if listing.outcome == outcome:
            line = {"value": 1, "facts": dict.fromkeys(listing.line, "x"), "name": "Ho Van A"}
            facts[name] = [line] * (1 + choose(listing.most))
    return Happened(outcome, facts, lasting=choose(2) == 1)


def told(text: str, state: State | None) -> Input:
    """What the engine is told of a text."""
    if text == SILENCE:
        return Expired() if state else Start("menu")
    understood = understand(text, question(state))
    if understood.answer is not None:
        return understood.answer
    if understood.intent == "back" and state is not None:
        return GoBack()
    flow = SCRIPT.flow_for(understood.intent or "unknown")
    if understood.intent is None or flow is None:
        return Heard(None) if state is not None else Start("unknown")
    return Start(flow, suspend=state is not None and SCRIPT.structure.flows[flow].aside)


def question(state: State | None) -> Question | None:
    ask = open_question(SCRIPT.structure, state)
    if ask is None or state is None:
        return None
    labels = [label.sms for label in SCRIPT.flows[state.flow].texts[state.step].labels]
    return Question(ask=ask, labels=labels, answers=state.answers, places=lambda: PLACES, this_year=2026)


def turn(state: State | None, given: Input, choose: Chooser) -> tuple[State | None, tuple[Saying, ...]]:
    said: tuple[Saying, ...] = ()
    happened: set[tuple[str, str]] = set()
    for _ in range(20):
        result = advance(SCRIPT.structure, state, given)
        said += result.sayings
        if isinstance(result, Ended):
            return None, said
        state = reloaded(result.state)
        if not isinstance(result, NeedsAction):
            return state, said
        given = pretended(result.action, choose, happened=happened)
    raise AssertionError("no question after twenty actions")


def reloaded(state: State) -> State:
    saved = json.loads(json.dumps(state.to_json()))
    again = State.from_json(saved)
    assert again.to_json() == saved
    return again


def no_facts() -> dict[str, str]:
    return {}


def can_be_said(said: tuple[Saying, ...]) -> None:
    for manner in (Manner(), Manner("en"), Manner(two_way=False), Manner(accents=True)):
        assert "{" not in render(SCRIPT, said, manner, no_facts)


def standing_at(flow: str, step: str) -> State:
    """Somebody at this step, of whom no more is known than is certain there."""
    known = known_in(SCRIPT.structure.flows[flow], ACTIONS)[step]
    answers: dict[str, Any] = dict.fromkeys(known.names, "x")
    for name, listing in known.lists:
        answers[name] = [{"value": 1, "facts": dict.fromkeys(listing.line, "x"), "name": "Ho Van A"}]
    return State(flow, step, answers)


ASKED = [
    (name, step)
    for name, flow in SCRIPT.structure.flows.items()
    for step, what in flow.steps.items()
    if isinstance(what, Ask)
]


@pytest.mark.parametrize(("flow", "step"), ASKED)
@settings(max_examples=12, deadline=None)
@given(
    texts=st.lists(st.one_of(TEXTS, st.just(SILENCE)), min_size=1, max_size=6),
    reminded_at=st.integers(0, 12),
    data=st.data(),
)
def test_no_text_breaks_a_conversation(
    flow: str, step: str, texts: list[str], reminded_at: int, data: st.DataObject
) -> None:
    def choose(among: int) -> int:
        return data.draw(st.integers(0, among - 1))

    state: State | None = standing_at(flow, step)
    for number, text in enumerate(texts):
        given = told(text, state)
        if number == reminded_at:
            given = Start("reminder", suspend=state is not None)
        state, said = turn(state, given, choose)
        can_be_said(said)


@pytest.mark.parametrize("flow", sorted(SCRIPT.flows))
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_every_flow_can_be_begun_whatever_its_actions_turn_out_to_be(flow: str, data: st.DataObject) -> None:
    _, said = turn(None, Start(flow), lambda among: data.draw(st.integers(0, among - 1)))
    can_be_said(said)
