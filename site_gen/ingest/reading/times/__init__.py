"""Days, times, lengths and zones, as documents print them, people type them and programs write them."""
