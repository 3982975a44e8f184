"""The schedule of frab, pretalx and this program, as JSON and as XML."""
