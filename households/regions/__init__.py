"""What pages of this app show, as frozen values."""
