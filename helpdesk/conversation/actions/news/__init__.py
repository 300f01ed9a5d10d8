"""Actions of what we begin: a day that changed, and what comes after one."""
