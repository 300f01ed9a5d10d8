"""What people see of messages: figures, what is stuck, and what to do about it."""
