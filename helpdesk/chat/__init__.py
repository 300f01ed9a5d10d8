"""A phone in the terminal, and conversations as scripts that are played and compared."""
