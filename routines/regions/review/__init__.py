"""What a facilitator sees of a family, through its consent and through nothing else."""
