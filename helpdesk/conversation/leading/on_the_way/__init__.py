"""What is said of a booking that is not made yet: whom, where and when, and what must not drop it."""
