"""The rules of the ladder: values in, verdicts out. Standard library only; today is an argument."""
