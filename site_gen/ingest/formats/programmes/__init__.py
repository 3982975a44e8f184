"""Programmes as people copy them from web pages: by day, session and talk."""
