"""Who is here when: the calendar of the next weeks, the breaks, and the weeks everybody lives by."""
