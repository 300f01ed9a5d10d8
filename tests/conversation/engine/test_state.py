"""helpdesk/conversation/engine/state.py: what is saved is what is loaded."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conversation.engine.state import VERSION, Mark, State

WORDS = st.text(max_size=8)
ANSWERS = st.dictionaries(
    WORDS,
    st.recursive(
        st.none() | st.booleans() | st.integers() | WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=3,
)
MARKS = st.builds(Mark, WORDS, WORDS, ANSWERS)
FRAMES = st.builds(
    State, WORDS, WORDS, ANSWERS, st.integers(0, 3), st.lists(MARKS, max_size=3).map(tuple), st.just(())
)


def with_below(frames: list[State]) -> State:
    top, *below = frames
    return State(top.flow, top.step, top.answers, top.tries, top.trail, tuple(below))


@given(st.lists(FRAMES, min_size=1, max_size=3).map(with_below))
def test_a_state_survives_the_database(state: State) -> None:
    assert State.from_json(json.loads(json.dumps(state.to_json()))) == state


def test_the_saved_form_carries_its_version_and_is_plain() -> None:
    below = State("book", "where", tries=1)
    state = State("reminder", "one", {"code": "40725"}, trail=(Mark("menu", "menu", {}),), below=(below,))
    frame: dict[str, Any] = {"flow": "book", "step": "where", "answers": {}, "tries": 1, "trail": []}
    assert state.to_json() == {
        "version": VERSION,
        "flow": "reminder",
        "step": "one",
        "answers": {"code": "40725"},
        "tries": 0,
        "trail": [["menu", "menu", {}]],
        "below": [frame],
    }


def test_a_state_of_the_first_version_is_still_read() -> None:
    saved = {
        "version": 1,
        "flow": "book",
        "step": "sure",
        "answers": {"place_id": 7},
        "tries": 1,
        "trail": [["book", "where", {}]],
        "below": [],
    }
    assert State.from_json(saved) == State(
        "book", "sure", {"place_id": 7}, tries=1, trail=(Mark("book", "where", {}),)
    )


def test_knowing_more_leaves_the_old_state_as_it_was() -> None:
    state = State("book", "where", {"place": "Y Leng"})
    assert state.knowing({"place": "Dộ", "code": "1"}).answers == {"place": "Dộ", "code": "1"}
    assert state.answers == {"place": "Y Leng"}


def test_at_another_step_nothing_has_been_tried() -> None:
    assert State("book", "where", {"a": 1}, tries=1).at("menu", "menu") == State("menu", "menu", {"a": 1})
