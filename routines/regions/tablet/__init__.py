"""What a shared tablet shows: its faces, the page of who sits, and the plan."""
