"""Actions on how somebody is reached, and by whom."""
