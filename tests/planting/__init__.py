"""A value of its own in every field of the model, and the text of every form that must show it."""
