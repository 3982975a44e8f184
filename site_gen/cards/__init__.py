"""What lists show of papers, sessions and people; each made once for all that show it."""
