"""What is cached from one build to the next, and by what it is recognised."""
