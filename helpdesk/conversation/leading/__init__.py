"""From a text to what the engine is told: what it means to whoever said it, and where it leads."""
