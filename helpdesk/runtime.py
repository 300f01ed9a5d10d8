"""The composition root: one place where database, Redis, clock, channels, flows and settings meet."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TypeVar

import redis
import sqlalchemy as sa
from rq import Queue

# The rooms' tables, so that the metadata is whole wherever the runtime is.
import helpdesk.booking.changed_days.tables
import helpdesk.booking.persons.person_tables
import helpdesk.booking.tables
import helpdesk.booking.waiting_list.waiting_tables
import helpdesk.conversation.tables
import helpdesk.messaging.tables
import helpdesk.people.tables
import helpdesk.places.tables
import helpdesk.reports.tables
import helpdesk.tickets.tables  # noqa: F401
from helpdesk.channels.contract import Channel, SendResult, callback_url
from helpdesk.channels.email.channel import EmailChannel
from helpdesk.channels.email.config import EmailConfig
from helpdesk.channels.simulator.channel import SimulatorChannel
from helpdesk.channels.twilio.channel import TwilioChannel
from helpdesk.channels.twilio.config import TwilioConfig
from helpdesk.clock import Clock, SystemClock
from helpdesk.conversation.house import House
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Script
from helpdesk.messaging import gateways
from helpdesk.messaging.delivery.claiming import Claimed
from helpdesk.messaging.delivery.sending import Post
from helpdesk.settings import QUEUE, Settings
from helpdesk.store.crossing import crossed
from helpdesk.store.engine import open_database
from helpdesk.text.phone_numbers import mask

log = logging.getLogger("helpdesk")

Taken = TypeVar("Taken")

CROSSED_AT_MOST = 2
"""How often a turn is begun anew. Each time another one has come through, so it takes many phones at once for more."""

SIMULATOR_NUMBER = "8888"
"""The number that the simulated phone texts to."""

PRACTICE_NUMBER = "+15005550006"
"""Our Twilio number in development where none is configured: Twilio's own number for tests."""


@dataclass
class Runtime:
    """Everything a process of ours works with."""

    settings: Settings
    engine: sa.Engine
    clock: Clock
    house: House
    channels: dict[str, Channel]
    redis: redis.Redis | None

    @contextmanager
    def transaction(self, *, nudge: bool = True) -> Iterator[sa.Connection]:
        """One transaction; after the commit the workers are nudged, so that what was written leaves at once.

        Without the nudge (or without Redis) the next sweep finds it.
        """
        with self.engine.begin() as db:
            yield db
        if nudge:
            self.nudge("send")

    def turn(self, take: Callable[[sa.Connection], Taken], *, nudge: bool = True) -> Taken:
        """What `take` returns of one transaction; it is called again where the database ended that for another one's sake.

        Two phones that change each other's bookings hold what the other waits for: one goes on, and the other begins
        again behind it.
        """
        for _ in range(CROSSED_AT_MOST):
            try:
                with self.transaction(nudge=nudge) as db:
                    return take(db)
            except sa.exc.DBAPIError as error:
                if not crossed(error):
                    raise
                log.warning("a turn crossed with another one and is taken again")
        with self.transaction(nudge=nudge) as db:
            return take(db)

    def nudge(self, job: str) -> None:
        """Ask a worker to run `workers.jobs.<job>` now. A hint: that Redis is away is no error."""
        if self.redis is None:
            return
        try:
            queue = Queue(QUEUE, connection=self.redis, serializer="json")
            queue.enqueue(f"workers.jobs.{job}", job_timeout=300, result_ttl=0, failure_ttl=86400)
        except redis.RedisError as error:
            log.warning("redis is away (%s): the next sweep sends it", type(error).__name__)

    def post(self) -> Post:
        """What sending needs."""
        return Post(self.channels, self.status_callback, _watch)

    def status_callback(self, channel: str, message_id: int) -> str | None:
        """Where a provider reports what became of a message; it carries our own id there and back."""
        if channel != "twilio":
            return None
        url = f"{self.settings.public_url}/channels/twilio/status"
        return callback_url(url, message_id=message_id)

    def gateway(self, channel: str, recipient: str) -> gateways.Gateway:
        """The gateway a message came in by: the one with the number texted, else the channel's first."""
        of_channel = [way for way in self.house.gateways if way.channel == channel]
        exact = [way for way in of_channel if way.address == recipient]
        return gateways.pick(exact or of_channel)

    @property
    def mailbox(self) -> gateways.Gateway | None:
        """The gateway that e-mail leaves by: the one with the address set now, not one that was set before."""
        smtp = self.settings.smtp
        mine = [
            way
            for way in self.house.gateways
            if smtp is not None and (way.channel, way.address) == (gateways.EMAIL, smtp.sender)
        ]
        return mine[0] if mine else None

    def close(self) -> None:
        """Let go of the database and Redis."""
        self.engine.dispose()
        if self.redis is not None:
            self.redis.close()


def _watch(claimed: Claimed, result: SendResult) -> None:
    log.info(
        "out  %s via %s: %s, %s",
        mask(claimed.recipient),
        claimed.channel,
        claimed.kind,
        type(result).__name__.lower(),
    )


def open_runtime(
    settings: Settings,
    *,
    clock: Clock | None = None,
    engine: sa.Engine | None = None,
    script: Script | None = None,
) -> Runtime:
    """Open everything `settings` name. The database must be migrated; its gateways' first rows are made here.

    Whoever opens several, on one engine or with one script, gives them.
    """
    clock = clock or SystemClock()
    engine = engine or open_database(settings.database_url)
    channels = _channels(settings, clock)
    script = script or load()
    with engine.begin() as db:
        for channel, address in _first_gateways(settings):
            gateways.ensure(db, channel=channel, address=address, capabilities=channels[channel].capabilities)
        ways = [way for way in gateways.active(db) if way.channel in channels]
        house = House(script, clock, settings.timetable, ways, signed_facts_only=settings.in_production)
        house.keep_edition(db)
    connection = redis.Redis.from_url(settings.redis_url) if settings.redis_url else None
    return Runtime(settings, engine, clock, house, channels, connection)


def _channels(settings: Settings, clock: Clock) -> dict[str, Channel]:
    twilio = settings.twilio
    channels: dict[str, Channel] = {}
    if twilio.from_number or not settings.in_production:
        config = TwilioConfig(
            account_sid=twilio.account_sid,
            auth_tokens=twilio.auth_tokens,
            from_number=twilio.from_number,
            api_base=twilio.api_base,
            unsigned_from_loopback=not settings.in_production,
        )
        channels["twilio"] = TwilioChannel(config)
    if not settings.in_production:
        channels["simulator"] = SimulatorChannel()
    if settings.smtp:
        channels[gateways.EMAIL] = EmailChannel(EmailConfig(**asdict(settings.smtp)), clock)
    return channels


def _first_gateways(settings: Settings) -> list[tuple[str, str]]:
    # The first is where a message goes whose contact never wrote.
    number = settings.twilio.from_number
    found = [("twilio", number)] if number else []
    if not settings.in_production:
        found.append(("simulator", SIMULATOR_NUMBER))
        found += [] if number else [("twilio", PRACTICE_NUMBER)]
    if settings.smtp:
        found.append((gateways.EMAIL, settings.smtp.sender))
    return found
