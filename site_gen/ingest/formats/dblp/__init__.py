"""Exports of DBLP: XML of records, and what its search gives in XML and JSON."""
