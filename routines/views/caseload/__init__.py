"""What a facilitator opens outside any family."""
