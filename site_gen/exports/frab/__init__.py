"""The schedule as the phone apps of conferences read it."""
