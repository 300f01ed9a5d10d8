"""Facts of who waits and of what is offered; spoken like those of `actions/facts.py`."""

from helpdesk.booking.waiting_list.offers import Offer
from helpdesk.booking.waiting_list.waiting import Names, Wait
from helpdesk.clock import local, local_date
from helpdesk.conversation.actions.facts import (
    Facts,
    level2_for,
    opening_facts,
    people_facts,
    place_facts,
)
from helpdesk.conversation.actions.making.under_six import among, spoken
from helpdesk.people.persons import Person


def names_facts(people: Names) -> Facts:
    """`people`, `party`, of persons who are not booked yet."""
    return people_facts([Person(0, name, year) for name, year in people])


def wait_facts(wait: Wait) -> Facts:
    """`wait_for`, `people`, `party`, and `wait_id` for the actions that follow."""
    place = place_facts(wait.place_kind, wait.place_name)["place"]
    named = names_facts(wait.people)
    return {**named, "party": wait.party, "wait_for": _wait_for(place, wait), "wait_id": wait.id}


def _wait_for(place: Facts, wait: Wait) -> Facts:
    if wait.any_will_do or wait.starts_at is None or wait.closes_at is None:
        return any_opening_of(place)
    hours = [local(moment).strftime("%H:%M") for moment in (wait.starts_at, wait.closes_at)]
    return this_opening(place, {"date": local_date(wait.starts_at).isoformat()}, {"hours": hours})


def any_opening_of(place: Facts) -> Facts:
    """The value of `wait_for` of who waits for whatever opening of a place."""
    return {"list": [[place], [{"phrase": "any_opening"}]]}


def this_opening(place: Facts, when: Facts, hours: Facts) -> Facts:
    """The value of `wait_for` of who waits for one opening."""
    return {"list": [[place], [when, hours]]}


def offer_facts(offer: Offer) -> Facts:
    """All of its opening's, `people`, `party`, `until`, and `offer_id` for the actions that follow.

    `young`, too, where some, and not all, are under six and level 2 can be done there: they can have level 1 only.
    """
    until = local(offer.until)
    people = [Person(0, name, year) for name, year in offer.people]
    young = among(offer.people, in_year=offer.opening.day.year)
    some = offer.opening.finishes_level2 and 0 < len(young) < len(people)
    return {
        **opening_facts(offer.opening),
        **level2_for(offer.opening, people),
        **({"young": spoken(young)} if some else {}),
        **names_facts(offer.people),
        "party": offer.party,
        "until": {"list": [[{"time": until.strftime("%H:%M")}, {"date": until.date().isoformat()}]]},
        "offer_id": offer.id,
    }
