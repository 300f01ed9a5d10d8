"""helpdesk/conversation/understanding/topics/learned: the weights belong to the examples, and say how likely a topic is."""

import math
from collections.abc import Mapping

import pytest

from bench.learn import examples, mark_of
from helpdesk.conversation.script.checking.intents import INTENTS
from helpdesk.conversation.understanding.topics.learned.features import MOST_LETTERS, Views, features
from helpdesk.conversation.understanding.topics.learned.model import model, read_weights


def test_the_weights_were_learned_from_the_examples_as_they_are() -> None:
    assert model().mark == mark_of(examples()), "the examples or what is looked at changed: run `make learn`"


def test_every_topic_can_be_learned() -> None:
    assert set(model().topics) == INTENTS


def length_of(view: Mapping[str, float]) -> float:
    return math.sqrt(sum(value * value for value in view.values()))


def test_each_view_has_features_of_its_own() -> None:
    found = features(["mang", "gi"], ["bring"], [False, False])
    assert found.words.keys() == {"w mang", "w gi", "n mang gi", "o mang gi"}
    assert {"i bring", "c man"} <= found.letters.keys()
    assert features([], [], []).words == {}


def test_a_long_story_says_more_than_a_word_but_less_with_each_of_its_words() -> None:
    short, long = (
        features([f"w{number}" for number in range(size)], [], [False] * size).words for size in (2, 40)
    )
    assert length_of(short) < length_of(long) < length_of(short) * math.sqrt(20)
    assert long["w w1"] < short["w w1"]


def test_a_long_story_costs_no_more_letters_than_a_page() -> None:
    found = features(["quang"] * 5000, [], [False] * 5000)
    assert sum(name.startswith("c ") for name in found.letters) <= MOST_LETTERS


def test_likelihoods_are_shares_of_one_and_follow_the_weights() -> None:
    weights = read_weights(["mark", "bring\thours", "words\t0:0.5", "letters\t0:0.5", "w gio\t1:4.0"])
    nothing = weights.likelihoods(Views({}, {}))
    assert sum(nothing.values()) == pytest.approx(1)
    assert nothing["bring"] > nothing["hours"]


def test_what_one_view_alone_says_is_half_believed() -> None:
    weights = read_weights(["mark", "bring\thours", "w gio\t1:9.0", "i hours\t1:9.0", "i bring\t0:9.0"])
    assert weights.likelihoods(Views({"w gio": 1.0}, {"i hours": 1.0}))["hours"] > 0.99
    assert weights.likelihoods(Views({"w gio": 1.0}, {"i bring": 1.0}))["hours"] == pytest.approx(
        0.5, abs=0.01
    )
