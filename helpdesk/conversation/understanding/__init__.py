"""What a text means, given what was asked."""
