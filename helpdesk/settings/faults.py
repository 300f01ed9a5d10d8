"""What is wrong with the environment."""


class SettingsError(Exception):
    """The environment cannot be used; `faults` has one plain line for each thing to mend."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults
