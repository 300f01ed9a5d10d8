"""/metrics: what people do in conversations, in labels that the flows bound."""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.messaging.tables import inbound_messages
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service
from tests.web.test_metrics import figures


def test_what_people_do_is_told_by_flow_step_and_language(service: Service) -> None:
    for text in ("dat lich", "1", "1", "Ho Thi Mai 1954", "1", "mang theo gi"):
        service.text(RESIDENT.phone, text)
    for text in ("English", "2", "zzzz qqqq wwww", "zzzz qqqq vvvv"):
        service.text(PROXY.phone, text)
    service.text("Viettel", "Khuyen mai")
    found = figures(service)
    # The bare name of a brand has no language of its own to be counted in.
    assert (
        found["turns_last_day", "vi"] + found["turns_last_day", "en"] + found["turns_last_day", "other"] == 11
    )
    assert found["texts_not_answered_last_day", "other"] == 1
    assert found["texts_not_understood_last_day", "en"] == 2
    assert found["step_asked_last_day", "book", "vi", "consent"] == 1
    assert found["step_answered_last_day", "book", "vi", "consent"] == 1
    assert found["step_told_last_day", "bring", "vi", "list"] == 1
    assert found["bookings_by_text_last_day",] == 1
    assert 5 <= found["booking_segments_last_day",] <= found["resident_segments_last_day",]
    assert ("step_expired_last_day", "book", "vi", "consent") not in found


def test_steps_of_no_running_script_are_told_together(service: Service) -> None:
    service.text(RESIDENT.phone, "menu")
    with service.engine.begin() as db:
        strange = {"flow": "gone", "step": "away", "said": "ask:x.y say:z.z", "language": "xx"}
        db.execute(inbound_messages.update().values(outcome="answered", **strange))
    found = {key: value for key, value in figures(service).items() if key[0].startswith("step_")}
    assert found == {
        ("step_answered_last_day", "other", "other", "other"): 1,
        ("step_asked_last_day", "other", "other", "other"): 1,
        ("step_told_last_day", "other", "other", "other"): 1,
    }


def test_after_a_day_it_is_told_no_more(service: Service) -> None:
    service.text(RESIDENT.phone, "menu")
    service.clock.advance(timedelta(hours=25))
    assert figures(service)["turns_last_day", "vi"] == 0


def test_a_text_that_was_forgotten_is_still_counted(service: Service) -> None:
    service.text(RESIDENT.phone, "menu")
    with service.engine.begin() as db:
        db.execute(inbound_messages.update().values(text=""))
        assert db.execute(sa.select(inbound_messages.c.text)).scalars().all() == [""]
    assert figures(service)["step_asked_last_day", "menu", "vi", "menu"] == 1
