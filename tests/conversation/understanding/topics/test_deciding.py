"""helpdesk/conversation/understanding/topics/deciding.py: when a topic is acted on, and when she is asked."""

from helpdesk.conversation.understanding.topics.deciding import certain, decide


def test_what_leads_clearly_is_acted_on() -> None:
    decided = decide({"bring": 0.7, "where": 0.2, "unknown": 0.1})
    assert (decided.topic, decided.sure, decided.confidence) == ("bring", True, 0.7)


def test_what_does_not_lead_is_asked_about_with_the_likeliest_named() -> None:
    decided = decide({"bring": 0.4, "where": 0.4, "hours": 0.15, "fee": 0.03, "unknown": 0.02})
    assert (decided.sure, decided.likeliest) == (False, ("bring", "where", "hours"))


def test_what_is_unlikely_beside_the_likeliest_is_not_named() -> None:
    assert decide({"bring": 0.45, "where": 0.4, "hours": 0.1, "unknown": 0.05}).likeliest == (
        "bring",
        "where",
    )
    assert decide({"bring": 0.4, "where": 0.3, "hours": 0.15, "unknown": 0.15}).likeliest[2:] == ("hours",)


def test_what_may_well_be_no_business_of_ours_is_unknown() -> None:
    decided = decide({"where": 0.6, "unknown": 0.35, "fee": 0.05})
    assert (decided.topic, decided.sure, decided.likeliest) == ("unknown", False, ("where",))


def test_or_in_a_story_is_no_second_question_unless_another_topic_is_likely() -> None:
    assert decide({"child": 0.7, "where": 0.1, "hours": 0.1, "unknown": 0.1}, either=True).sure
    assert not decide({"child": 0.6, "where": 0.2, "hours": 0.1, "unknown": 0.1}, either=True).sure


def test_two_as_likely_are_named_in_one_order() -> None:
    assert decide({"b": 0.4, "a": 0.4, "unknown": 0.2}).likeliest == ("a", "b")


def test_a_word_that_is_the_whole_text_is_certain() -> None:
    assert certain("menu").sure
