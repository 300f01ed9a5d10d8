"""A booking said in a text: a new one, what changes it, and which of hers is meant."""
