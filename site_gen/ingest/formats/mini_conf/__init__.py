"""The files of Mini-Conf."""
