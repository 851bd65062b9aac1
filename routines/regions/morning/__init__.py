"""A running morning as pages show it: the same values and words for laptop, phone and tablet."""
