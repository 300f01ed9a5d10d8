"""Who rings us or is to be rung, on which number, and what the official says then."""
