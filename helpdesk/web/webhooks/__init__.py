"""What providers call: the raw request goes to its channel, what comes of it to a conversation or the outbox."""
