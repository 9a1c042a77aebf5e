"""The system of states as a signed network: blocs, balance, poles, brokers, and what changed between two dates."""

from marsad.relations.network.changes import Changes, changes
from marsad.relations.network.system import Network, dates, network, networks

__all__ = ["Changes", "Network", "changes", "dates", "network", "networks"]
