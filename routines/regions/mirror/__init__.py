"""The mirror as its pages show it: planned beside felt, plain counts with their rule, and what was answered to whom."""
