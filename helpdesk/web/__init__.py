"""HTTP: webhooks of the channels, officials' pages, the simulated phone, health."""
