"""Actions of questions: her own case, topics in doubt, visits, and what an official is asked for."""
