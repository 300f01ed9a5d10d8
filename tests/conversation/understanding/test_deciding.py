"""helpdesk/conversation/understanding/deciding.py: two opinions on a topic, and when they are acted on."""

from helpdesk.conversation.understanding.deciding import certain, decide


def test_what_both_say_is_acted_on() -> None:
    decided = decide({"bring": 9.0}, {"bring": 0.7, "where": 0.3}, ours=True, either=False)
    assert (decided.topic, decided.sure) == ("bring", True)


def test_phrases_that_examples_contradict_are_asked_about() -> None:
    decided = decide({"bring": 9.0}, {"where": 0.8, "bring": 0.3}, ours=True, either=False)
    assert not decided.sure
    assert set(decided.likeliest) == {"bring", "where"}


def test_two_topics_without_a_lead_are_asked_about() -> None:
    decided = decide({"cancel": 9.0, "reschedule": 9.0}, {}, ours=True, either=False)
    assert (decided.sure, set(decided.likeliest)) == (False, {"cancel", "reschedule"})


def test_who_says_or_is_asked_which() -> None:
    assert decide({"cancel": 10.0, "reschedule": 8.0}, {}, ours=True, either=False).sure
    assert not decide({"cancel": 10.0, "reschedule": 8.0}, {}, ours=True, either=True).sure


def test_what_is_like_other_peoples_business_is_unknown() -> None:
    decided = decide({"where": 7.0}, {"unknown": 0.7, "where": 0.3}, ours=False, either=False)
    assert (decided.topic, decided.sure) == ("unknown", False)


def test_nothing_is_unknown_and_a_word_that_is_the_whole_text_is_certain() -> None:
    nothing = decide({}, {}, ours=True, either=False)
    assert (nothing.topic, nothing.sure, nothing.likeliest) == ("unknown", False, ())
    assert certain("menu").sure
