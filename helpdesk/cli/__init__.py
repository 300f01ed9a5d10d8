"""The command line. `main.py` lists the commands; each stands in a file of its own and is imported when it is used."""
