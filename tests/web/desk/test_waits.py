"""What waits to leave is shown where officials see what did not arrive, in metrics and by `doctor`."""

import sqlalchemy as sa

from helpdesk.cli.doctor.gateway_findings import limits
from helpdesk.messaging.gateways import Gateway, active, change
from helpdesk.messaging.outbox import post
from helpdesk.messaging.states import Kind
from tests.support import builders
from tests.support.sample_officials import OFFICER
from tests.support.service import Service
from tests.support.web_pages import log_in, words


def limited(service: Service, per_day: int, *, waiting: int) -> Gateway:
    now = service.clock.now()
    with service.engine.begin() as db:
        way = next(way for way in active(db) if way.channel == "simulator")
        change(db, way, per_day=per_day, pace_per_minute=60)
        for _ in range(waiting):
            post(db, builders.draft(way, kind=Kind.NOTICE, due_at=now), now=now)
    return way


def test_the_wait_is_on_the_page_in_the_metrics_and_told_by_doctor(service: Service) -> None:
    limited(service, 10, waiting=12)
    log_in(service.client, OFFICER)
    said = words(service.client.get("/desk/messages"))
    assert (
        "8888: hôm nay đã gửi 0 trong hạn mức 10 tin. 12 tin đang chờ gửi, gửi xong khoảng 7:01 2/12/2026."
        in said
    )
    assert "Hết hạn mức hôm nay: phần còn lại gửi ngày mai, trừ tin trả lời." in said
    with service.engine.connect() as db:
        (line,) = limits(db, service.runtime)
    assert line == (
        False,
        "gateway: 8888 sent 0 of 10 texts today; 12 messages wait, the last leaves about 2026-12-02 07:01",
    )
    figures = service.client.get("/metrics").text
    assert 'helpdesk_gateway_texts_limit{channel="simulator",gateway="8888"} 10.0' in figures
    assert 'helpdesk_gateway_texts_today{channel="simulator",gateway="8888"} 0.0' in figures
    assert 'helpdesk_gateway_wait_seconds{channel="simulator",gateway="8888"}' in figures


def test_where_nothing_waits_and_nothing_is_limited_nothing_is_said(service: Service) -> None:
    log_in(service.client, OFFICER)
    assert "chờ gửi" not in words(service.client.get("/desk/messages"))
    with service.engine.connect() as db:
        assert list(limits(db, service.runtime)) == []
        assert db.execute(sa.text("SELECT count(*) FROM outbound_messages")).scalar() == 0
