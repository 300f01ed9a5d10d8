"""Going back through answered questions: helpdesk/conversation/engine/advance.py."""

from helpdesk.conversation.engine.advance import advance
from helpdesk.conversation.engine.limits import MAX_TRAIL
from helpdesk.conversation.engine.state import Mark, State
from helpdesk.conversation.engine.structure import Ask, Flow, Structure
from helpdesk.conversation.engine.turns import GoBack, Happened, Heard, NeedsAction, Slot, Waiting
from tests.conversation.engine.visiting import PLACES, STRUCTURE, YES, says, to

AT_WHICH = State("visit", "which", {"places": PLACES})


def test_the_question_before_is_asked_again_and_what_it_taught_is_forgotten() -> None:
    chosen = advance(STRUCTURE, AT_WHICH, Heard("chosen", 0))
    assert isinstance(chosen, Waiting)
    assert advance(STRUCTURE, chosen.state, GoBack()) == Waiting(
        AT_WHICH, (says("visit", "which", Slot.ASK, places=PLACES),)
    )


def test_going_back_leads_through_flows() -> None:
    back = advance(
        STRUCTURE, State("stuck", "offer", trail=(Mark("visit", "which", {"places": PLACES}),)), GoBack()
    )
    assert back == Waiting(AT_WHICH, (says("visit", "which", Slot.ASK, places=PLACES),))


def test_from_the_first_question_one_goes_back_to_the_beginning_of_the_flow() -> None:
    assert advance(STRUCTURE, AT_WHICH, GoBack()) == NeedsAction(
        State("visit", "places", {"places": PLACES}), (), "find_places"
    )


def test_a_question_that_was_not_understood_is_not_gone_back_to() -> None:
    tried = advance(STRUCTURE, AT_WHICH, Heard(None))
    assert isinstance(tried, Waiting)
    assert tried.state.trail == ()


def test_what_cannot_be_undone_is_not_gone_back_behind() -> None:
    state = State("visit", "sure", {"places": PLACES}, trail=(Mark("visit", "which", {"places": PLACES}),))
    booking = advance(STRUCTURE, state, YES)
    assert isinstance(booking, NeedsAction)
    assert len(booking.state.trail) == 2
    full = advance(STRUCTURE, booking.state, Happened("full", lasting=True))
    assert isinstance(full, Waiting)
    assert full.state.trail == ()


def test_an_action_that_changed_nothing_leaves_the_way_back_open() -> None:
    booking = advance(STRUCTURE, State("visit", "sure", {"places": PLACES}), YES)
    assert isinstance(booking, NeedsAction)
    full = advance(STRUCTURE, booking.state, Happened("full"))
    assert isinstance(full, Waiting)
    assert full.state.trail == (Mark("visit", "sure", {"places": PLACES}),)


def test_what_waits_below_stays_while_one_goes_back() -> None:
    below = (State("visit", "sure"),)
    back = advance(
        STRUCTURE, State("stuck", "offer", trail=(Mark("visit", "which", {}),), below=below), GoBack()
    )
    assert isinstance(back, Waiting)
    assert back.state.below == below


def test_only_the_latest_questions_are_remembered() -> None:
    again = Ask("choice", {}, choices=(to("again"),))
    structure = Structure({"round": Flow("again", {"again": again})})
    state = State("round", "again")
    for _ in range(MAX_TRAIL + 3):
        result = advance(structure, state, Heard("choice", 0))
        assert isinstance(result, Waiting)
        state = result.state
    assert len(state.trail) == MAX_TRAIL
