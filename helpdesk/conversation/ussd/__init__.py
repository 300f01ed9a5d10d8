"""USSD: the same conversations as pages of a session that the network may cut at any moment."""
