"""Gateways on the command line: which one is meant, and what it can in one line."""

from collections.abc import Mapping

import click
import sqlalchemy as sa

from helpdesk.messaging.gateways import Gateway, known

gateway_argument = click.argument("gateway")


def way_named(db: sa.Connection, word: str) -> Gateway:
    """The gateway with this number or address. Raises ClickException (exit 1) when there is none, or several."""
    ways = known(db)
    found = [way for way in ways if str(way.id) == word] or [way for way in ways if way.address == word]
    if len(found) == 1:
        return found[0]
    if found:
        numbers = ", ".join(str(way.id) for way in found)
        raise click.ClickException(f"several gateways have the address {word}; name one of {numbers}")
    raise click.ClickException(f"there is no gateway '{word}'; see `helpdesk gateways list`")


def told(way: Gateway, communes: Mapping[int, str]) -> str:
    """A gateway in one line."""
    price = "price not known" if way.vnd_per_segment is None else f"{way.vnd_per_segment} dong a segment"
    words = [
        "every commune" if way.commune_id is None else communes.get(way.commune_id, "?"),
        "two-way" if way.two_way else "one-way",
        "any text" if way.free_text else "registered wordings only",
        "lists" if way.bulk else "no lists",
        f"{way.pace_per_minute} a minute" + (f", {way.per_day} texts a day" if way.per_day else ""),
        price,
    ]
    kind = " (brand name)" if way.brand_name else ""
    return f"{way.id}  {way.channel} {way.address}{kind}: {', '.join(words)}{'' if way.active else '; off'}"
