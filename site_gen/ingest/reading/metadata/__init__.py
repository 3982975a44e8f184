"""What else is said of a paper or session: identifiers, links, licences, languages, books, rooms."""
