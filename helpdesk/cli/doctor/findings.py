"""What `helpdesk doctor` says of messages, teams and e-mail: (whether it is well, one plain line)."""

from collections.abc import Iterator
from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.recount import COUNTERS, in_words, last_recount
from helpdesk.clock import local
from helpdesk.conversation.script.checking.first_words import one_way_messages
from helpdesk.messaging.gateways import active
from helpdesk.messaging.states import State
from helpdesk.messaging.tables import outbound_messages
from helpdesk.messaging.templates import as_registered, templates_of
from helpdesk.messaging.watching.alerts import findings
from helpdesk.messaging.watching.attention import OPEN
from helpdesk.messaging.watching.figures import waiting
from helpdesk.people.tables import Role, officials, teams
from helpdesk.places.tables import communes
from helpdesk.runtime import Runtime
from helpdesk.settings import Settings

Finding = tuple[bool, str]

MISSED = timedelta(days=2)
"""A recount that is older was not done in the night."""


def outbox(db: sa.Connection, runtime: Runtime) -> Iterator[Finding]:
    """What waits, what nobody has seen to, and what is stuck."""
    for state in (State.QUEUED, State.SENDING):
        count = sum(each.messages for each in waiting(db) if each.state is state)
        yield True, f"messages {state.value}: {count}"
    m = outbound_messages.c
    query = sa.select(m.state, sa.func.count()).where(OPEN).group_by(m.state)
    counts = {row[0]: row[1] for row in db.execute(query)}
    for state in (State.UNCERTAIN, State.FAILED):
        count = counts.get(state.value, 0)
        yield (
            not count,
            f"messages {state.value} that nobody has seen to: {count}"
            + ("; see /desk/messages" if count else ""),
        )
    for condition, wrong in findings(db, now=runtime.clock.now()):
        if wrong:
            yield False, f"{condition.name}: {wrong}. {condition.do}"


def counters(db: sa.Connection, runtime: Runtime) -> Finding:
    """What the last nightly recount found."""
    last = last_recount(db)
    if last is None:
        return True, "recount: none yet; it is done every night"
    at = f"recount of {local(last.at):%Y-%m-%d %H:%M}"
    if last.differences:
        return False, f"{at}: {in_words(last.differences)}. {COUNTERS.do}"
    if runtime.clock.now() - last.at > MISSED:
        return False, f"{at} was the last; see whether scheduler and worker run"
    return True, f"{at}: {last.openings} openings and {last.bookings} bookings agree"


def wordings(db: sa.Connection, runtime: Runtime) -> Iterator[Finding]:
    """What we start that cannot leave by a gateway, because its wording is not registered there."""
    for way in active(db):
        if way.free_text:
            continue
        registered, wanted = templates_of(db, way.id), one_way_messages(runtime.house.script)
        lacking = sum(as_registered(words, registered, sender=way.address) is None for words in wanted)
        line = f"gateway: {way.address} has {len(wanted) - lacking} of {len(wanted)} wordings registered"
        command = f"helpdesk gateways templates wanted {way.address}"
        yield not lacking, line + (f"; see `{command}`" if lacking else "")


def mail(settings: Settings) -> Finding:
    """Whether lists and alerts can be mailed. A choice in development, a want in production."""
    if settings.smtp is None:
        return (
            not settings.in_production,
            "e-mail: off, SMTP_URL is not set; no lists and no alerts are mailed",
        )
    if not settings.operator_email:
        line = "e-mail: HELPDESK_OPERATOR_EMAIL is not set; nobody is mailed when messages are stuck"
        return not settings.in_production, line
    return True, f"e-mail: from {settings.smtp.sender}; alerts go to HELPDESK_OPERATOR_EMAIL"


def leaders(db: sa.Connection) -> Iterator[Finding]:
    """Teams that nobody leads: their list is sent to nobody."""
    leads = (officials.c.team_id == teams.c.id) & (officials.c.role == Role.LEADER.value) & officials.c.active
    query = (
        sa.select(communes.c.name, teams.c.name)
        .join_from(teams, communes, communes.c.id == teams.c.commune_id)
        .where(~sa.exists().where(leads))
        .order_by(communes.c.name, teams.c.name)
    )
    for commune, team in db.execute(query):
        yield False, f"team: {team} of {commune} has no leader; its list is sent to nobody"
