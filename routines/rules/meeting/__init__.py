"""The weekly family meeting: whose turn it is to chair, and what there is to talk about."""
