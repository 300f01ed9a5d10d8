"""Commands on what a commune is: its places, days, visits, facts and officials."""
