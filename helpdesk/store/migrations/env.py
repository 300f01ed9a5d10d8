"""Alembic's way in. The connection comes from `helpdesk.store.migrate`."""

from typing import Any, Literal

from alembic import context

from helpdesk.store.base import metadata


def _render_item(kind: str, item: Any, autogen_context: Any) -> str | Literal[False]:
    """Write our own column types by their short names in new revisions."""
    if kind == "type" and type(item).__name__ == "BigInteger":
        autogen_context.imports.add("from helpdesk.store.types import BigId")
        return "BigId"
    if kind == "type" and type(item).__name__ == "UtcDateTime":
        autogen_context.imports.add("from helpdesk.store.types import UtcDateTime")
        return "UtcDateTime()"
    if kind == "type" and type(item).__name__ == "JSON":
        autogen_context.imports.add("from helpdesk.store.types import JsonData")
        return "JsonData"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters tables by copying them
    render_item=_render_item,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
