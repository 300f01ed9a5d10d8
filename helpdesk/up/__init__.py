"""The whole service in one terminal: embedded stores and the processes that stand on them."""
