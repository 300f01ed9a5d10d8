"""Actions of who waits for a place."""
