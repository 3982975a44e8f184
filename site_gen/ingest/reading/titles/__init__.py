"""Titles of papers, talks and sessions: what they say of their sort, and what stands beside them."""
