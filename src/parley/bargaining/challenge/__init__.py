"""The challenge model, a second opinion: actors weigh expected utilities of pressing one another, and give way."""

from parley.bargaining.challenge.rules import ChallengeRules, Pick, Winning
from parley.bargaining.challenge.run import ChallengeRun, challenge, rounds_of

__all__ = ["ChallengeRules", "ChallengeRun", "Pick", "Winning", "challenge", "rounds_of"]
