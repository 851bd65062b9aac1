"""Pages of this app: short stories that fetch, ask one verb, and answer."""
