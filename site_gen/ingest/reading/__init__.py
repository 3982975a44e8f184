"""What the source formats share, in rooms of which each uses those before it.

texts, times, columns, people, metadata and entries, tables, objects, files.
"""
