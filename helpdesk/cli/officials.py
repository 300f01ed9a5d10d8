"""`helpdesk officials`: who may log in."""

import click
import sqlalchemy as sa

from helpdesk.cli.named_commune import named_commune
from helpdesk.cli.store import configured_runtime
from helpdesk.people.audit import note
from helpdesk.people.officials import CannotAddOfficial, add, by_phone, change_email
from helpdesk.people.tables import Role, teams
from helpdesk.store.upsert import insert_if_new
from helpdesk.text.written_names import seen


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
    """Set or take away the e-mail address of an official. Exits 1 when there is no such official."""
    with configured_runtime() as runtime, runtime.transaction(nudge=False) as db:
        official = by_phone(db, phone)
        if official is None:
            raise click.ClickException("there is no official with this phone")
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
    click.echo(
        f"{official.name}: lists go to {email.strip()}" if email else f"{official.name}: no lists by e-mail"
    )


def _team(db: sa.Connection, commune_id: int, name: str) -> int:
    insert_if_new(db, teams, {"commune_id": commune_id, "name": name})
    own = (teams.c.commune_id == commune_id) & (teams.c.name == name)
    return int(db.execute(sa.select(teams.c.id).where(own)).scalar_one())
