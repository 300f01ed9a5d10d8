"""The simulated phone: development only."""
