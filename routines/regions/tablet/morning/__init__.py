"""A running morning on the shared tablet: everybody side by side, and one person full screen."""
