"""What waits for an official: questions, call-backs, home visits."""
