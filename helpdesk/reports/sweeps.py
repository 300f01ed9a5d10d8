"""Handing out lists when they are due: files and e-mails for the officer, messages for the team leader.

Each version is one row, written first; whoever wrote it hands the list out. To sweep twice, late, or in two
workers at once is the same as to sweep once. Nothing is handed out after an opening has begun.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import sqlalchemy as sa

from helpdesk.booking.openings import Opening, on_day
from helpdesk.clock import Clock
from helpdesk.messaging.gateways import Gateway
from helpdesk.reports.called_off import CalledOff, still_to_begin
from helpdesk.reports.due import corrections_due, leader_lists_due, officer_lists_due
from helpdesk.reports.files import write_list
from helpdesk.reports.leader_messages import tell_leaders
from helpdesk.reports.listing import as_list, current_rows, place_codes
from helpdesk.reports.officer_mails import mail_officers, not_mailed, with_email
from helpdesk.reports.opening_list import Row
from helpdesk.reports.tables import Audience
from helpdesk.reports.versions import Version, is_outdated, newest, next_version, says_not
from helpdesk.settings import Timetable
from helpdesk.store.engine import reading


def write_officer_lists(engine: sa.Engine, *, clock: Clock, timetable: Timetable, outgoing: Path) -> int:
    """Write the lists that are due for officers into `outgoing`; how many were written.

    From the officer's hour on the working day before until the opening begins: the list, again as a new version
    whenever it changed, and the newest version again where its file is gone. An empty list is information, too.
    Raises CannotWriteLists; what could not be written then, a later sweep writes.
    """
    with reading(engine) as db:
        due = officer_lists_due(db, now=clock.now(), timetable=timetable)
        known = _known(db, due, audience=Audience.OFFICER)
        known += _known_off(db, audience=Audience.OFFICER, now=clock.now())
    return _write(engine, known, clock=clock, outgoing=outgoing)


def write_officer_lists_of(engine: sa.Engine, day: date, *, clock: Clock, outgoing: Path) -> int:
    """The same for the openings of one day, however early, because somebody asks for it."""
    with reading(engine) as db:
        known = _known(db, _still_to_begin(db, day, clock=clock), audience=Audience.OFFICER)
    return _write(engine, known, clock=clock, outgoing=outgoing)


def mail_officer_lists(
    engine: sa.Engine, *, clock: Clock, timetable: Timetable, mailbox: Gateway | None
) -> int:
    """Write the lists that are due for officers to the outbox as e-mails; the number of mails.

    When the file is due, and of the same version: whichever of the two comes first makes it. None without a
    `mailbox` to send from; an officer without an e-mail address gets none.
    """
    if mailbox is None:
        return 0
    with reading(engine) as db:
        due = officer_lists_due(db, now=clock.now(), timetable=timetable)
        known = _known(db, due, audience=Audience.OFFICER)
        known += _known_off(db, audience=Audience.OFFICER, now=clock.now())
    return _mail(engine, known, clock=clock, mailbox=mailbox)


def mail_officer_lists_of(engine: sa.Engine, day: date, *, clock: Clock, mailbox: Gateway | None) -> int:
    """The same for the openings of one day, however early, because somebody asks for it."""
    if mailbox is None:
        return 0
    with reading(engine) as db:
        known = _known(db, _still_to_begin(db, day, clock=clock), audience=Audience.OFFICER)
    return _mail(engine, known, clock=clock, mailbox=mailbox)


def send_leader_lists(
    engine: sa.Engine, *, clock: Clock, timetable: Timetable, gateways: Sequence[Gateway]
) -> int:
    """Write the lists that are due for team leaders to the outbox; the number of messages.

    From the leader's hour on the evening before: the list. From the hour of corrections on the day itself until
    the opening begins: what changed since. A team without a leader, or without a gateway to tell him by, gets none.
    """
    with reading(engine) as db:
        due = leader_lists_due(db, now=clock.now(), timetable=timetable)
        known = [
            found
            for found in _known(db, due, audience=Audience.LEADER)
            if found.version is None or corrections_due(found.opening, now=clock.now(), timetable=timetable)
        ]
        known += _known_off(db, audience=Audience.LEADER, now=clock.now())
    return _send(engine, known, clock=clock, gateways=gateways)


def send_leader_lists_of(engine: sa.Engine, day: date, *, clock: Clock, gateways: Sequence[Gateway]) -> int:
    """The same for the openings of one day, however early: the list, or what changed since it was sent."""
    with reading(engine) as db:
        known = _known(db, _still_to_begin(db, day, clock=clock), audience=Audience.LEADER)
    return _send(engine, known, clock=clock, gateways=gateways)


@dataclass(frozen=True, slots=True)
class _Known:
    """An opening with what was handed out last and what would be now."""

    opening: Opening
    place_code: str
    version: Version | None
    rows: tuple[Row, ...]
    # Where it does not take place.
    off: CalledOff | None = None

    def outdated(self, audience: Audience) -> bool:
        """Whether something is to be said that was not."""
        if self.off is not None:
            return says_not(self.version, self.off.change.id)
        return is_outdated(self.version, self.rows, audience=audience)

    @property
    def called_off(self) -> str:
        """What became of the day; empty where it takes place."""
        return self.off.words if self.off else ""

    def next_version(self, db: sa.Connection, *, now: datetime) -> Version | None:
        """Written for officers, of what is so now; None when another worker was first."""
        change_id = self.off.change.id if self.off else None
        return next_version(
            db,
            self.opening,
            audience=Audience.OFFICER,
            previous=self.version,
            now=now,
            change_id=change_id,
        )


def _still_to_begin(db: sa.Connection, day: date, *, clock: Clock) -> list[Opening]:
    return [opening for opening in on_day(db, day) if opening.starts_at > clock.now()]


def _known(db: sa.Connection, due: Sequence[Opening], *, audience: Audience) -> list[_Known]:
    """Read for all openings at once, so that a sweep which finds nothing changed costs a few statements."""
    if not due:
        return []
    ids = [opening.id for opening in due]
    rows, last, codes = current_rows(db, ids), newest(db, ids, audience=audience), place_codes(db, due)
    return [
        _Known(opening, codes[opening.place_id], last.get(opening.id), rows.get(opening.id, ()))
        for opening in due
    ]


def _known_off(db: sa.Connection, *, audience: Audience, now: datetime) -> list[_Known]:
    """The openings that were called off or put off: of which the officer had a list, or which the leader goes to."""
    found = still_to_begin(db, now=now)
    if audience is Audience.LEADER:
        found = [(opening, off) for opening, off in found if opening.team_id is not None]
    off_by_id = {opening.id: off for opening, off in found}
    known = _known(db, [opening for opening, _ in found], audience=audience)
    return [
        replace(one, off=off_by_id[one.opening.id])
        for one in known
        if one.version is not None or audience is Audience.LEADER
    ]


def _write(engine: sa.Engine, known: Sequence[_Known], *, clock: Clock, outgoing: Path) -> int:
    written = 0
    for found in known:
        version = found.version
        if found.outdated(Audience.OFFICER):
            with engine.begin() as db:
                version = found.next_version(db, now=clock.now())
        # None: another worker wrote that version, and its file.
        if version is not None:
            listing = as_list(
                found.opening, version, place_code=found.place_code, called_off=found.called_off
            )
            written += write_list(listing, folder=outgoing)
    return written


def _mail(engine: sa.Engine, known: Sequence[_Known], *, clock: Clock, mailbox: Gateway) -> int:
    with reading(engine) as db:
        officers = {
            commune_id: with_email(db, commune_id)
            for commune_id in {found.opening.commune_id for found in known}
        }
        wanted = [
            (found.opening, found.version.number, officer)
            for found in known
            if found.version is not None
            for officer in officers[found.opening.commune_id]
        ]
        lacking = {(opening.id, officer.id) for opening, _, officer in not_mailed(db, wanted)}
    mailed = 0
    for found in known:
        own, version = officers[found.opening.commune_id], found.version
        outdated = found.outdated(Audience.OFFICER)
        if not outdated:
            own = [officer for officer in own if (found.opening.id, officer.id) in lacking]
        if not own:
            continue
        with engine.begin() as db:
            if outdated:
                version = found.next_version(db, now=clock.now())
            elif version != newest(db, [found.opening.id], audience=Audience.OFFICER)[found.opening.id]:
                version = None
            # None: another worker wrote a version just now; the next sweep mails it if he did not.
            if version is not None:
                mailed += mail_officers(
                    db,
                    found.opening,
                    version,
                    officers=own,
                    place_code=found.place_code,
                    mailbox=mailbox,
                    now=clock.now(),
                    called_off=found.called_off,
                )
    return mailed


def _send(engine: sa.Engine, known: Sequence[_Known], *, clock: Clock, gateways: Sequence[Gateway]) -> int:
    sent = 0
    for found in known:
        if found.outdated(Audience.LEADER):
            with engine.begin() as db:
                sent += tell_leaders(
                    db,
                    found.opening,
                    place_code=found.place_code,
                    previous=found.version,
                    gateways=gateways,
                    now=clock.now(),
                    off=found.off,
                )
    return sent
