"""The version of the models: it rises when the same scenario and seed would give other figures."""

MODELS = "1.1"
