"""What is made for paper and for files: the fridge page of a routine, the report of a review, its exports."""
