"""The family's pages of looking back."""
