"""What is said of an environment that cannot be used."""

import pytest

from helpdesk.settings import Settings, SettingsError


def refusals(environ: dict[str, str]) -> list[str]:
    """Every fault, one plain line each; an AssertionError where there is none."""
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment(environ)
    return refused.value.faults
