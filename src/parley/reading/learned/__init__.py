"""What is learned from coded passages: weights of traits, and what they make of a word. Knows nothing of reports."""
