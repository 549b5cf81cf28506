"""What talks can yield: pure functions from a frozen scenario to frozen results."""

from parley.bargaining.estimative import estimative
from parley.bargaining.outlook import outlook

__all__ = ["estimative", "outlook"]
