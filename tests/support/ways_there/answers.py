"""Ways to the questions that answer what could not be understood, or came too late."""

from datetime import timedelta

from helpdesk.places.sample import load_facts
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import HER


def a_topic_in_doubt(now: Rehearsal) -> str:
    """A text that may be about either of two things."""
    now.say(HER, "toi muon huy hay doi ngay")
    return HER


def an_answer_too_late(now: Rehearsal) -> str:
    """What was asked has lapsed."""
    now.say(HER, "DAT")
    now.clock.advance(timedelta(days=4))
    now.say(HER, "1")
    return HER


def an_answer_to_nothing(now: Rehearsal) -> str:
    """Nothing was asked."""
    now.say(HER, "1")
    return HER


def steps_left_half_way(now: Rehearsal) -> str:
    """She has seen some of the steps before."""
    now.say(HER, "BUOC", "1", "1", "BUOC")
    return HER


def rung_and_stops(now: Rehearsal) -> str:
    """She asked to be rung, and wants no texts."""
    now.say(HER, "GOI THAY", "TC")
    return HER


def another_phone_to_be_rung(now: Rehearsal) -> str:
    """She wants to be rung on another phone, and says no number."""
    now.say(HER, "goi lai so khac")
    return HER


def told_and_at_a_loss(now: Rehearsal) -> str:
    """She has an answer, and does not know what to do."""
    now.say(HER, "mat sim", "gio lam sao")
    return HER


def hours_of_one_of_two_communes(now: Rehearsal) -> str:
    """Both have told theirs, and nobody knows of which she is."""
    with now.transaction() as db:
        load_facts(db)
    now.say(HER, "may gio mo cua")
    return HER


def money_that_was_paid(now: Rehearsal) -> str:
    """She paid somebody for what nobody sells."""
    now.say(HER, "toi dua tien cho no roi")
    return HER
