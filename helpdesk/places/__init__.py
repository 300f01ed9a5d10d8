"""Communes, their places, closed days, and the facts only a commune knows."""
