"""How a message leaves, and how it is learned what became of it."""
