"""How mornings were noticed and repaired, as pages show it: everybody's own account, never merged."""
