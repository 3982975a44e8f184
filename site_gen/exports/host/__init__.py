"""What hosts, browsers and crawlers ask for."""
