"""helpdesk/conversation/understanding/learned: the weights belong to the examples, and say how likely a topic is."""

import math

import pytest

from bench.learn import examples, mark_of
from helpdesk.conversation.script.checking.intents import INTENTS
from helpdesk.conversation.understanding.learned.features import MOST_LETTERS, features
from helpdesk.conversation.understanding.learned.model import model, read_weights


def test_the_weights_were_learned_from_the_examples_as_they_are() -> None:
    assert model().mark == mark_of(examples()), "the examples or what is looked at changed: run `make learn`"


def test_every_topic_can_be_learned() -> None:
    assert set(model().topics) == INTENTS


def test_features_are_of_length_one_and_none_is_for_nothing() -> None:
    found = features(["mang", "gi"], ["bring"], [False, False])
    assert math.sqrt(sum(value * value for value in found.values())) == pytest.approx(1)
    assert {"w mang", "n mang gi", "o mang gi", "i bring", "c man"} <= found.keys()
    assert features([], [], []) == {"c   ": 1.0} or features([], [], []) == {}


def test_a_long_story_costs_no_more_letters_than_a_page() -> None:
    found = features(["quang"] * 5000, [], [False] * 5000)
    assert sum(name.startswith("c ") for name in found) <= MOST_LETTERS


def test_likelihoods_are_shares_of_one_and_follow_the_weights() -> None:
    weights = read_weights(["mark", "bring\thours", "\t0:0.5", "w gio\t1:4.0"])
    nothing, hours = weights.likelihoods({}), weights.likelihoods({"w gio": 1.0})
    assert sum(nothing.values()) == pytest.approx(1)
    assert (nothing["bring"] > nothing["hours"], hours["hours"] > 0.9) == (True, True)
