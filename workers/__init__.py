"""Thin RQ jobs, the processes `worker` and `scheduler`, and the timetable. Nothing in helpdesk imports this."""
