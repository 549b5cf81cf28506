"""Reading: a report becomes proposals, each with its quote. The only room that loads a language model."""
