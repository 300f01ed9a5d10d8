"""Benchmarks that print ratios. `python -m bench` runs all of them; each is bounded and stops by itself."""
