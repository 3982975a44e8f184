"""JSON, YAML and XML: objects, their members and the place of each."""
