"""Who looks in at the family: on their own page, on home and on the tablet."""
