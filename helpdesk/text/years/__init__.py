"""When somebody was born, as people write and say it."""
