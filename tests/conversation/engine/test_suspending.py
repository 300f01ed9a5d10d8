"""Suspending a conversation and taking it up again: helpdesk/conversation/engine/advance.py."""

from dataclasses import replace

from helpdesk.conversation.engine.advance import advance
from helpdesk.conversation.engine.limits import MAX_BELOW
from helpdesk.conversation.engine.state import State
from helpdesk.conversation.engine.turns import Ended, Expired, Slot, Start, Waiting
from tests.conversation.engine.visiting import NO, NOT_UNDERSTOOD, PLACES, STRUCTURE, YES, says

AT_WHICH = State("visit", "which", {"places": PLACES})


def test_an_aside_is_answered_and_the_open_question_asked_again_with_all_its_tries() -> None:
    said = (says("help", "say"), says("visit", "which", Slot.ASK, places=PLACES))
    aside = advance(STRUCTURE, replace(AT_WHICH, tries=1), Start("help", suspend=True))
    assert aside == Waiting(AT_WHICH, said)


def test_a_reminder_lies_on_top_of_what_it_suspended() -> None:
    reminded = advance(STRUCTURE, AT_WHICH, Start("reminder", {"code": "40725"}, suspend=True))
    state = State("reminder", "coming", {"code": "40725"}, below=(AT_WHICH,))
    assert reminded == Waiting(state, (says("reminder", "coming", Slot.ASK, code="40725"),))


def test_when_it_is_answered_what_was_suspended_goes_on_with_its_own_answers() -> None:
    state = State("reminder", "coming", {"code": "40725"}, below=(AT_WHICH,))
    said = (says("reminder", "thanks", code="40725"), says("visit", "which", Slot.ASK, places=PLACES))
    assert advance(STRUCTURE, state, YES) == Waiting(AT_WHICH, said)


def test_it_goes_on_too_when_the_reminder_leads_to_another_flow() -> None:
    state = State("reminder", "coming", below=(AT_WHICH,))
    said = (says("goodbye", "bye"), says("visit", "which", Slot.ASK, places=PLACES))
    assert advance(STRUCTURE, state, NO) == Waiting(AT_WHICH, said)


def test_it_stays_suspended_while_the_reminder_is_not_understood() -> None:
    tried = advance(STRUCTURE, State("reminder", "coming", below=(AT_WHICH,)), NOT_UNDERSTOOD)
    assert isinstance(tried, Waiting)
    assert tried.state == State("reminder", "coming", tries=1, below=(AT_WHICH,))


def test_a_flow_that_is_begun_for_itself_forgets_what_was_asked() -> None:
    begun = advance(STRUCTURE, AT_WHICH, Start("stuck"))
    assert begun == Waiting(State("stuck", "offer"), (says("stuck", "offer", Slot.ASK),))


def test_the_same_flow_again_takes_its_own_place() -> None:
    first = State("reminder", "coming", {"code": "40725"}, below=(AT_WHICH,))
    again = advance(STRUCTURE, first, Start("reminder", {"code": "31234"}, suspend=True))
    assert isinstance(again, Waiting)
    assert again.state == State("reminder", "coming", {"code": "31234"}, below=(AT_WHICH,))


def test_nothing_is_suspended_where_nothing_was_asked() -> None:
    assert advance(STRUCTURE, None, Start("help", suspend=True)) == Ended((says("help", "say"),), "told")


def test_what_lies_too_deep_is_forgotten() -> None:
    state = AT_WHICH
    for flow in ("reminder", "stuck", "reminder", "stuck", "reminder"):
        result = advance(STRUCTURE, state, Start(flow, suspend=True))
        assert isinstance(result, Waiting)
        state = result.state
    assert [below.flow for below in state.below] == ["stuck", "reminder", "stuck"]
    assert len(state.below) == MAX_BELOW


def test_silence_ends_what_was_suspended_as_well() -> None:
    state = State("stuck", "offer", below=(AT_WHICH,))
    assert advance(STRUCTURE, state, Expired()) == Ended((), "expired")


def test_what_she_said_about_herself_goes_along_to_whatever_she_turns_to() -> None:
    state = replace(AT_WHICH, answers={**AT_WHICH.answers, "my_card": 0})
    turned = advance(STRUCTURE, state, Start("reminder", {"code": "40725"}))
    assert turned == Waiting(
        State("reminder", "coming", {"my_card": 0, "code": "40725"}),
        (says("reminder", "coming", Slot.ASK, my_card=0, code="40725"),),
    )
