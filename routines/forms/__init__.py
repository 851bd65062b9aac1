"""Forms of the plan: what people typed, kept as typed, with sentences that say what is wrong with it."""
