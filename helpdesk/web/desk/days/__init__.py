"""Pages about days: openings, visits planned, hours, changed days, who came."""
