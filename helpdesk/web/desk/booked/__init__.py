"""Pages about who is booked, and who waits."""
