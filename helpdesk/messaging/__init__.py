"""Messages in and out: identity of what came, the outbox, sending, receipts, sending hours."""
