"""Who may enter the pages, and what each may see and do there."""
