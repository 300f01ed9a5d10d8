"""Who waits for a place, and places held for whom they were offered to."""
