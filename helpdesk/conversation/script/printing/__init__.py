"""All that is said, on paper, for an officer to sign."""
