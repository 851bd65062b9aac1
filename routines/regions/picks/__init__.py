"""What pages show of picks: today's, and what is remembered of those before."""
