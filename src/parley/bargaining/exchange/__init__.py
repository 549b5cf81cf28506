"""Trade across issues: two actors each give way where it matters less to them, and gain alike."""

from parley.bargaining.exchange.run import ExchangeRun, exchanges
from parley.bargaining.exchange.terms import best_terms

__all__ = ["ExchangeRun", "best_terms", "exchanges"]
