"""What a shared tablet asks the server for. Whose it is and who sits there, the middleware has found out before."""
