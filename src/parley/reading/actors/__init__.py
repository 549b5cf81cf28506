"""Mentions to actors: names, organs, described people, references, and who is meant by a phrase."""
