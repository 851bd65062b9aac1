"""Telling how a morning was at the tablet: one thing at a time, in pictures."""
