"""Every sweep by name: what the workers run on their timetable, and `tick` runs in this order."""

from collections.abc import Callable
from datetime import timedelta

from helpdesk.booking import recount as counters
from helpdesk.booking import sample as sample_openings
from helpdesk.booking.hours.calendar import keep_centres_open
from helpdesk.clock import local_date
from helpdesk.conversation.telling import day_notices
from helpdesk.conversation.telling.neighbours import ask_named
from helpdesk.conversation.telling.offering import offer_places
from helpdesk.conversation.telling.own_phones import tell_own_phones
from helpdesk.conversation.telling.sweeps import expire_unanswered, remind_due
from helpdesk.messaging.delivery.claiming import release_dead_leases
from helpdesk.messaging.delivery.looking_up import look_up_due
from helpdesk.messaging.delivery.sending import send_due
from helpdesk.messaging.policy.daily_limit import count_answers
from helpdesk.messaging.watching import alerts
from helpdesk.reports.sweeps import mail_officer_lists, send_leader_lists, write_officer_lists
from helpdesk.retention.limits import Limits
from helpdesk.retention.purge import purge as purge_all
from helpdesk.runtime import Runtime
from helpdesk.store.engine import reading


def change_days(runtime: Runtime) -> int:
    """What is called off or put off takes effect, and who was booked is told; how many openings, messages and calls."""
    return day_notices.change_days(runtime.engine, runtime.house)


def remind(runtime: Runtime) -> int:
    """What is due is written to the outbox or opened as a call, and neighbours are asked; how many of all.

    Who did not book herself and has a phone of her own is told there, too. What fails for one of the
    three is raised when the others are done.
    """
    done, failed = 0, list[Exception]()
    for part in (remind_due, tell_own_phones, ask_named):
        try:
            done += part(runtime.engine, runtime.house)
        except Exception as error:  # noqa: BLE001 - raised below, when the others have had their turn
            failed.append(error)
    if len(failed) > 1:
        raise ExceptionGroup(f"{len(failed)} parts failed", failed)
    if failed:
        raise failed[0]
    return done


def offers(runtime: Runtime) -> int:
    """Offers that nobody answered are ended, and what is free is offered to who waits; how many offers were made."""
    return offer_places(runtime.engine, runtime.house)


def recount(runtime: Runtime) -> int:
    """Once a night all places are counted anew and what differs is written down; how many counters differ."""
    now = runtime.clock.now()
    with reading(runtime.engine) as db:
        if not counters.is_due(db, now=now):
            return 0
        found = counters.count_anew(db, now=now)
    with runtime.engine.begin() as db:
        kept = counters.keep_once(db, found)
    return len(found.differences) if kept else 0


def officer_lists(runtime: Runtime) -> int:
    """Officers' lists that are due are written to the outgoing folder; the number of lists written."""
    settings = runtime.settings
    return write_officer_lists(
        runtime.engine, clock=runtime.clock, timetable=settings.timetable, outgoing=settings.outgoing
    )


def officer_mails(runtime: Runtime) -> int:
    """Officers' lists that are due are written to the outbox as e-mails; the number of mails."""
    return mail_officer_lists(
        runtime.engine,
        clock=runtime.clock,
        timetable=runtime.settings.timetable,
        mailbox=runtime.mailbox,
    )


def leader_lists(runtime: Runtime) -> int:
    """Team leaders' lists and corrections that are due are written to the outbox; the number of messages."""
    return send_leader_lists(
        runtime.engine,
        clock=runtime.clock,
        timetable=runtime.settings.timetable,
        gateways=runtime.house.gateways,
    )


def top_up(runtime: Runtime) -> int:
    """In development, sample openings are kept eight weeks ahead while there are sample communes; how many are new."""
    if runtime.settings.in_production:
        return 0
    with runtime.engine.begin() as db:
        return sample_openings.load(db, today=local_date(runtime.clock.now()))


def open_centres(runtime: Runtime) -> int:
    """Openings at the centres are kept eight weeks ahead, as office hours and closed days will have it; how many moved."""
    with runtime.engine.begin() as db:
        return keep_centres_open(db, now=runtime.clock.now()).moved


def forget(runtime: Runtime) -> int:
    """Questions unanswered for three days are closed, with the names given towards them; how many."""
    return expire_unanswered(runtime.engine, runtime.house)


def purge(runtime: Runtime) -> int:
    """What need not be kept any longer is forgotten; how many texts, openings, contacts and files were looked at."""
    limits = Limits(kept=timedelta(days=runtime.settings.keep_days))
    now, outgoing = runtime.clock.now(), runtime.settings.outgoing
    return purge_all(runtime.engine, now=now, limits=limits, outgoing=outgoing).total


def release(runtime: Runtime) -> int:
    """Messages whose worker died in mid-call become uncertain and visible; how many.

    And what was answered on the wire is counted towards the day's texts of gateways that have a limit.
    """
    with runtime.engine.begin() as db:
        count_answers(db, now=runtime.clock.now())
        return release_dead_leases(db, now=runtime.clock.now())


def send(runtime: Runtime) -> int:
    """What is due in the outbox is sent; the number of attempts."""
    return sum(send_due(runtime.engine, runtime.post(), clock=runtime.clock).values())


def look_up(runtime: Runtime) -> int:
    """Messages of which we never learned are asked about; the number of look-ups."""
    return sum(look_up_due(runtime.engine, runtime.post(), clock=runtime.clock).values())


def alert(runtime: Runtime) -> int:
    """The operator is told of what began to be stuck and of what is over; the number of mails."""
    settings, mailbox = runtime.settings, runtime.mailbox
    way = None
    if mailbox is not None and settings.operator_email:
        way = alerts.Way(mailbox, settings.operator_email, f"{settings.public_url}/desk/messages")
    with runtime.engine.begin() as db:
        return alerts.watch(db, now=runtime.clock.now(), way=way, also=(counters.COUNTERS,))


SWEEPS: dict[str, Callable[[Runtime], int]] = {
    "top_up": top_up,
    "open_centres": open_centres,
    "change_days": change_days,
    "remind": remind,
    "offers": offers,
    "officer_lists": officer_lists,
    "officer_mails": officer_mails,
    "leader_lists": leader_lists,
    "forget": forget,
    "purge": purge,
    "recount": recount,
    "release": release,
    "look_up": look_up,
    "alert": alert,
    "send": send,
}
