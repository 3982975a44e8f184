"""Lines told apart as papers, sessions and talks."""
