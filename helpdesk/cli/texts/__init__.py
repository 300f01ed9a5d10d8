"""Commands that take texts: what they mean, what they cost, and a conversation."""
