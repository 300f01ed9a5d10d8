"""A second opinion on the topic, learned from the collection of examples: see docs/decisions/0010."""
