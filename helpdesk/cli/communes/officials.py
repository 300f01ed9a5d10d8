"""`helpdesk officials`: who may log in."""

from datetime import datetime

import click
import sqlalchemy as sa

from helpdesk.cli.communes.named_commune import named_commune
from helpdesk.cli.store import configured_runtime
from helpdesk.messaging.lists_waiting import drop_lists_to
from helpdesk.people.audit import note
from helpdesk.people.officials import (
    CannotAddOfficial,
    Official,
    add,
    by_phone,
    change_email,
    end,
    end_logins,
    everyone,
    renew_password,
)
from helpdesk.people.tables import Role, teams
from helpdesk.places.communes import all_communes
from helpdesk.store.engine import reading
from helpdesk.store.upsert import insert_if_new
from helpdesk.text.people.written_names import seen
from helpdesk.text.phone_numbers import national


@click.group()
def officials() -> None:
    """Officials and their roles."""


@officials.command("add")
@click.option("--phone", required=True, help="the number to log in with")
@click.option("--name", required=True)
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
@click.option("--commune", help="code of the commune; an admin may have none")
@click.option("--team", help="name of the team a leader leads; made when it is new")
@click.option("--email", help="where an officer's lists are mailed to (needs SMTP_URL)")
def add_official(
    phone: str, name: str, role: str, commune: str | None, team: str | None, email: str | None
) -> None:
    """Add an official and print a one-time password, which is shown only here."""
    team = seen(team) if team else None
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        commune_id = named_commune(db, commune).id if commune else None
        team_id = _team(db, commune_id, team) if team and commune_id else None
        now = runtime.clock.now()
        try:
            official, password = add(
                db,
                phone=phone,
                name=name,
                role=Role(role),
                commune_id=commune_id,
                team_id=team_id,
                now=now,
                email=email,
            )
        except CannotAddOfficial as error:
            raise click.ClickException(str(error)) from error
        note(
            db,
            at=now,
            official_id=None,
            commune_id=commune_id,
            action="official.added",
            subject=f"official:{official.id}",
            detail={"role": role},
        )
    click.echo(f"one-time password for {official.name}: {password}")


@officials.command("email")
@click.option("--phone", required=True, help="the number the official logs in with")
@click.option("--email", help="where lists are mailed to; without it they are mailed no longer")
def set_email(phone: str, email: str | None) -> None:
    """Set or take away the e-mail address of an official. Exits 1 when there is no such official.

    Who has ended gets no lists; the address is kept for when a new password is given.
    """
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        official = _named(db, phone)
        try:
            change_email(db, official.id, email)
        except CannotAddOfficial as error:
            raise click.ClickException(str(error)) from error
        note(
            db,
            at=runtime.clock.now(),
            official_id=None,
            commune_id=official.commune_id,
            action="official.email",
            subject=f"official:{official.id}",
            detail={"given": email is not None},
        )
    said = f"lists go to {email.strip()}" if email else "no lists by e-mail"
    ended = "" if official.active else " (noted, but this official has ended: no lists are sent)"
    click.echo(f"{official.name}: {said}{ended}")


@officials.command("list")
def list_officials() -> None:
    """Who may log in, with number, role, commune and team; and who may not any more."""
    with configured_runtime() as runtime, reading(runtime.engine) as db:
        communes = {one.id: one.code for one in all_communes(db)}
        named = {row.id: row.name for row in db.execute(sa.select(teams.c.id, teams.c.name))}
        for one in everyone(db):
            where = communes.get(one.commune_id or 0, "every commune")
            team = f", team {named[one.team_id]}" if one.team_id is not None else ""
            mail = f"; lists to {one.email}" if one.email and one.active else ""
            click.echo(f"{national(one.phone)}  {one.name}: {one.role}, {where}{team}; {_login(one)}{mail}")


def _login(official: Official) -> str:
    if not official.active:
        return "ended"
    return "one-time password not changed yet" if official.must_change_password else "may log in"


@officials.command("password")
@click.option("--phone", required=True, help="the number the official logs in with")
def new_password(phone: str) -> None:
    """Print a new one-time password, which is shown only here; every login ends. Whoever had ended may log in again."""
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        official = _named(db, phone)
        password = renew_password(db, official.id)
        _audit(db, official, "official.password", now=runtime.clock.now())
    click.echo(f"one-time password for {official.name}: {password}")


@officials.command("unlock")
@click.option("--phone", required=True, help="the number the official logs in with")
def unlock(phone: str) -> None:
    """Let an official try again who typed too many wrong passwords; every login ends. The password stays."""
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        official = _named(db, phone)
        if not official.active:
            raise click.ClickException(f"{official.name} has ended: `officials password` lets in again")
        end_logins(db, official.id)
        _audit(db, official, "official.unlocked", now=runtime.clock.now())
    click.echo(f"{official.name}: may try to log in at once; logged out everywhere")


@officials.command("end")
@click.option("--phone", required=True, help="the number the official logs in with")
def end_official(phone: str) -> None:
    """End the work of an official here: logged out everywhere, no login, no marks by SMS and no lists any more."""
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        official = _named(db, phone)
        if not official.active:
            raise click.ClickException(f"{official.name} has ended already")
        end(db, official.id)
        kept_back = drop_lists_to(db, {official.phone, official.email}, now=runtime.clock.now())
        _audit(db, official, "official.ended", now=runtime.clock.now())
    waiting = f"; lists that had not left: {kept_back}, dropped" if kept_back else ""
    click.echo(f"{official.name}: ended, logged out everywhere{waiting}")


def _named(db: sa.Connection, phone: str) -> Official:
    official = by_phone(db, phone)
    if official is None:
        raise click.ClickException("there is no official with this phone")
    return official


def _audit(db: sa.Connection, official: Official, action: str, *, now: datetime) -> None:
    note(
        db,
        at=now,
        official_id=None,
        commune_id=official.commune_id,
        action=action,
        subject=f"official:{official.id}",
        detail={},
    )


def _team(db: sa.Connection, commune_id: int, name: str) -> int:
    """The commune's team of this name, however its letters are cased; made when it is new."""
    insert_if_new(db, teams, {"commune_id": commune_id, "name": _cased_as_known(db, commune_id, name)})
    own = (teams.c.commune_id == commune_id) & (teams.c.name == _cased_as_known(db, commune_id, name))
    return int(db.execute(sa.select(teams.c.id).where(own)).scalar_one())


def _cased_as_known(db: sa.Connection, commune_id: int, name: str) -> str:
    known = db.execute(sa.select(teams.c.name).where(teams.c.commune_id == commune_id)).scalars()
    return next((each for each in known if each.casefold() == name.casefold()), name)
