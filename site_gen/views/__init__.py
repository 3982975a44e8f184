"""What pages share: cards of papers and sessions, times, citations, and the frame around every page."""
