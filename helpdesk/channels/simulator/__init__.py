"""The simulated phone."""

from helpdesk.channels.simulator.channel import SimulatorChannel

__all__ = ["SimulatorChannel"]
