"""The family meeting as its page shows it."""
