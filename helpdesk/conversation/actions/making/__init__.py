"""Actions on the way to a booking, up to its code."""
