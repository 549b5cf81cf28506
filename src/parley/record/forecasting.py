"""Forecasts: kept as they were made, their outcomes added later; no state of one is ever written over."""

from __future__ import annotations

from sqlalchemy import Connection, select

from parley.record.errors import RecordError
from parley.record.tables import FORECASTS
from parley.record.wiring import read_rows, written
from parley.terms.log import Forecast


def keep_forecast(connection: Connection, forecast: Forecast) -> None:
    """Add a forecast, or a further state of it. Raises RecordError where anything but its outcome would change."""
    held = next((f for f in forecasts(connection) if f.id == forecast.id), None)
    if held is not None and _as_made(held) != _as_made(forecast):
        raise RecordError(f"forecast {forecast.id!r}: it is kept as it was made. Make a new one beside it.")
    if held != forecast:
        connection.execute(FORECASTS.insert().values(id=forecast.id, json=written(forecast)))


def forecasts(connection: Connection) -> tuple[Forecast, ...]:
    """Every forecast in its latest state, in the order in which they were made."""
    asked = select(FORECASTS.c.id, FORECASTS.c.json).order_by(FORECASTS.c.seq)
    latest: dict[str, Forecast] = {f.id: f for f in read_rows(connection, FORECASTS, asked)}
    return tuple(latest.values())


def _as_made(f: Forecast) -> tuple[object, ...]:
    """What is never changed: all but the outcome, and who entered it when."""
    return (f.question, f.scenario, f.probability, f.low, f.high, f.made, f.by, f.resolves)
