"""What somebody who looks in asks the family, as the family and a child at the tablet see it."""
