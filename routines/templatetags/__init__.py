"""Template tags of the product's look."""
