"""The flows as written: reading `flows/`, the texts, and what a checker can know before a resident does."""
