"""Pages made for paper, and the files that go with them."""
