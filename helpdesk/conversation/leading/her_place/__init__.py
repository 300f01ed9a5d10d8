"""What is said of a place that somebody has, or waits for: coming, staying away, moving, and whom of hers is meant."""
