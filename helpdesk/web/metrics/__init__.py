"""Figures for Prometheus: what is read at each scrape, and who may read it."""
