"""A facilitator's own pages: their families at a glance, and their organisation's numbers."""
