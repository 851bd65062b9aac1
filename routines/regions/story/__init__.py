"""How a step climbed over months, planned and felt, as its page shows it."""
