"""A sweep over the writing system calls of ingest, build and deploy: killed before each, or refused by it."""
