"""What a benchmark gives back, and how time is taken."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """One row of the table: what was measured here and now, and what the design asks for. Smaller is better."""

    what: str
    measured: float
    least: float
    aim: float
    unit: str = "×"

    @property
    def verdict(self) -> str:
        """Where the measurement stands between what is asked at least and what is aimed at."""
        if self.measured <= self.aim:
            return "aim reached"
        return "good enough" if self.measured <= self.least else "TOO SLOW"


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The quickest of several runs: what the work costs when nothing else disturbs it."""
    return min(_once(work) for _ in range(times))


def _once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
