"""The pages and taps of a running morning on laptop and phone."""
