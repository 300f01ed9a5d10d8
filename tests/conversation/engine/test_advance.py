"""helpdesk/conversation/engine/advance.py: beginning, answering, acting, not understanding, ending."""

from dataclasses import replace

import pytest

from helpdesk.conversation.engine.advance import EngineError, advance, open_question
from helpdesk.conversation.engine.limits import MAX_STEPS
from helpdesk.conversation.engine.state import Mark, State
from helpdesk.conversation.engine.structure import Ask, Do, Flow, Say, Structure
from helpdesk.conversation.engine.turns import (
    Ended,
    Expired,
    GoBack,
    Happened,
    Heard,
    Input,
    NeedsAction,
    Slot,
    Start,
    Waiting,
)
from tests.conversation.engine.visiting import (
    FOUND_PLACES,
    NO,
    NOT_UNDERSTOOD,
    PLACES,
    STRUCTURE,
    VISIT,
    YES,
    says,
    to,
)

AT_PLACES = State("visit", "places")
AT_WHICH = State("visit", "which", {"places": PLACES})


def waiting(given: Input, state: State | None = None) -> State:
    """The state after an input that leads to a question."""
    result = advance(STRUCTURE, state, given)
    assert isinstance(result, Waiting)
    return result.state


def at_sure() -> State:
    return waiting(Heard("chosen", 1), AT_WHICH)


def test_a_flow_that_begins_with_an_action_asks_for_it() -> None:
    assert advance(STRUCTURE, None, Start("visit")) == NeedsAction(AT_PLACES, (), "find_places")


def test_the_facts_a_flow_is_begun_with_are_known_in_it() -> None:
    result = advance(STRUCTURE, None, Start("reminder", {"code": "40725"}))
    state = State("reminder", "coming", {"code": "40725"})
    assert result == Waiting(state, (says("reminder", "coming", Slot.ASK, code="40725"),))


def test_after_an_action_all_is_said_up_to_the_next_question() -> None:
    said = (says("visit", "greet", places=PLACES), says("visit", "which", Slot.ASK, places=PLACES))
    assert advance(STRUCTURE, AT_PLACES, FOUND_PLACES) == Waiting(AT_WHICH, said)


def test_a_chosen_line_is_kept_and_its_facts_are_known() -> None:
    assert at_sure().answers == {"places": PLACES, "place": "Y Leng", "place_id": 8}


def test_what_was_heard_otherwise_is_kept_as_it_was_heard() -> None:
    then = Ask("choice", {}, choices=(to("end done"),))
    who = Flow("who", {"who": Ask("people", {"named": to("then")}, keep="people"), "then": then})
    result = advance(Structure({"who": who}), State("who", "who"), Heard("named", [["Hồ Văn A", 1985]]))
    assert isinstance(result, Waiting)
    assert (result.state.step, result.state.answers) == ("then", {"people": [["Hồ Văn A", 1985]]})


def test_a_choice_leads_to_its_step() -> None:
    state = at_sure()
    trail = (*state.trail, Mark("visit", "sure", state.answers))
    at_book = State("visit", "book", state.answers, trail=trail)
    assert advance(STRUCTURE, state, YES) == NeedsAction(at_book, (), "book")


def test_a_choice_leads_to_another_flow_and_takes_the_answers_along() -> None:
    assert advance(STRUCTURE, at_sure(), NO) == Ended(
        (says("goodbye", "bye", **at_sure().answers),), "declined"
    )


def test_the_end_comes_with_its_outcome_and_its_last_words() -> None:
    booking = advance(STRUCTURE, at_sure(), YES)
    assert isinstance(booking, NeedsAction)
    ended = advance(STRUCTURE, booking.state, Happened("booked", {"code": "40725"}, lasting=True))
    assert ended == Ended((says("visit", "done", **at_sure().answers, code="40725"),), "booked")


def test_what_was_not_understood_is_asked_again_once() -> None:
    assert advance(STRUCTURE, AT_WHICH, NOT_UNDERSTOOD) == Waiting(
        State("visit", "which", {"places": PLACES}, tries=1),
        (says("visit", "which", Slot.AGAIN, places=PLACES),),
    )


def test_the_second_time_the_offer_of_a_person_comes_and_the_answers_so_far_are_kept_below_it() -> None:
    offered = advance(STRUCTURE, waiting(NOT_UNDERSTOOD, AT_WHICH), NOT_UNDERSTOOD)
    state = State("stuck", "offer", below=(replace(AT_WHICH, tries=2),))
    assert offered == Waiting(state, (says("stuck", "offer", Slot.ASK),))


def test_who_declines_the_person_is_asked_the_question_again() -> None:
    offered = waiting(NOT_UNDERSTOOD, waiting(NOT_UNDERSTOOD, AT_WHICH))
    assert advance(STRUCTURE, offered, NO) == Waiting(
        AT_WHICH, (says("visit", "which", Slot.ASK, places=PLACES),)
    )


def test_to_leave_ends_what_was_suspended_too() -> None:
    structure = Structure({"gone": Flow("bye", {"bye": Say(to("leave gone"))})})
    begun = advance(structure, State("gone", "bye", below=(AT_WHICH,)), Start("gone", suspend=True))
    assert begun == Ended((says("gone", "bye"),), "gone")


def test_an_exit_of_its_own_for_being_stuck_is_taken_instead_and_after_as_many_tries_as_the_step_has() -> (
    None
):
    assert advance(STRUCTURE, State("stuck", "offer"), NOT_UNDERSTOOD) == Ended((), "stuck")


def test_a_step_left_and_come_to_again_counts_its_tries_anew() -> None:
    tried = waiting(Heard("chosen", 0), waiting(NOT_UNDERSTOOD, AT_WHICH))
    assert tried.tries == 0


@pytest.mark.parametrize(
    "heard", [Heard("choice", 2), Heard("choice", -1), Heard("named", "x"), Heard("", 0)]
)
def test_an_answer_that_the_question_has_no_exit_for_is_not_understood(heard: Heard) -> None:
    state = waiting(heard, at_sure())
    assert (state.step, state.tries) == ("sure", 1)


def test_silence_ends_a_conversation_without_a_word() -> None:
    assert advance(STRUCTURE, at_sure(), Expired()) == Ended((), "expired")


def test_silence_takes_the_exit_that_a_question_has_for_it() -> None:
    state = State("reminder", "coming")
    assert advance(STRUCTURE, state, Expired()) == NeedsAction(State("reminder", "note"), (), "note_silence")


def test_the_open_question_is_that_of_the_step() -> None:
    assert open_question(STRUCTURE, AT_WHICH) == VISIT.steps["which"]


@pytest.mark.parametrize("state", [None, AT_PLACES], ids=["no conversation", "an action is awaited"])
def test_there_is_no_open_question_elsewhere(state: State | None) -> None:
    assert open_question(STRUCTURE, state) is None


@pytest.mark.parametrize(
    ("state", "given", "why"),
    [
        (None, Start("nowhere"), "there is no flow 'nowhere'"),
        (None, YES, "Heard without a conversation"),
        (None, GoBack(), "GoBack without a conversation"),
        (None, Expired(), "Expired without a conversation"),
        (AT_WHICH, Happened("found"), "visit.which asked for no action"),
        (AT_PLACES, Happened("lost"), "visit.places has no exit for 'lost'"),
        (AT_PLACES, YES, "visit.places asked nothing"),
    ],
)
def test_what_cannot_be_is_refused(state: State | None, given: Input, why: str) -> None:
    with pytest.raises(EngineError) as error:
        advance(STRUCTURE, state, given)
    assert str(error.value) == why


def test_an_exit_to_a_flow_that_is_not_there_is_refused() -> None:
    lost = Structure({"lost": Flow("look", {"look": Do("look", {"found": to("flow nowhere")})})})
    with pytest.raises(EngineError, match="there is no flow 'nowhere'"):
        advance(lost, State("lost", "look"), Happened("found"))


def test_walking_in_circles_is_refused() -> None:
    circle = Structure({"circle": Flow("a", {"a": Say(to("b")), "b": Say(to("a"))})})
    with pytest.raises(EngineError, match="goes round in circles"):
        advance(circle, None, Start("circle"))


@pytest.mark.parametrize("target", ["flow round", "flow other"], ids=["itself", "one another"])
def test_flows_that_jump_in_circles_are_refused(target: str) -> None:
    round_ = Flow("a", {"a": Say(to(target))})
    other = Flow("a", {"a": Say(to("flow round"))})
    with pytest.raises(EngineError, match="goes round in circles"):
        advance(Structure({"round": round_, "other": other}), None, Start("round"))


def test_as_many_steps_as_are_allowed_are_walked() -> None:
    steps: dict[str, Say | Ask | Do] = {f"s{n}": Say(to(f"s{n + 1}")) for n in range(MAX_STEPS - 1)}
    steps[f"s{MAX_STEPS - 1}"] = Ask("choice", {}, choices=(to("end done"),))
    result = advance(Structure({"long": Flow("s0", steps)}), None, Start("long"))
    assert isinstance(result, Waiting)
    assert len(result.sayings) == MAX_STEPS
