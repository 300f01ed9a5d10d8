"""Who comes and who does not, as a text says it: named, added, put right, taken off."""
