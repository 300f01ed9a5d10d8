"""Actions on a place that somebody has: seen, moved, given up, put right."""
