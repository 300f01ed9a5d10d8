"""Who came, and what came of it."""
