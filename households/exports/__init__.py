"""What leaves the household in another shape."""
