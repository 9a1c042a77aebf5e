"""How many acts of each quad class two will have in the days to come, and how far that can be trusted."""

from marsad.relations.forecast.pair import Forecast, forecast

__all__ = ["Forecast", "forecast"]
