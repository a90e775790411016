"""Why a change is refused, or an op of it dropped."""

from dataclasses import dataclass
from typing import Any

from blueprint.errors import Problem

Op = dict[str, Any]


class ChangeError(ValueError):
    """A change of which nothing is applied. `never`: no state could take it, else it is refused as of now."""

    def __init__(self, problem: Problem, *, never: bool) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.never = never

    @property
    def place(self) -> str:
        """Where: `ops[0].record.lane`, or `link.k4.share` for a record of the state."""
        return self.problem.place

    def message(self, language: str = "en") -> str:
        """What is wrong, in one sentence."""
        return self.problem.message(language)

    def mend(self, language: str = "en") -> str:
        """What to do about it, in one sentence."""
        return self.problem.mend(language)


@dataclass(frozen=True)
class Dropped:
    """An op that had no effect, or not its whole effect, because something it needs is gone."""

    op: Op
    problem: Problem

    @property
    def code(self) -> str:
        """Why, as a word: gone, names-gone, emptied."""
        return self.problem.code

    def reason(self, language: str = "en") -> str:
        """Why, as a sentence."""
        return self.problem.message(language)


def never(where: str, code: str, **values: Any) -> ChangeError:
    """An error that no state could mend."""
    return ChangeError(Problem(where, code, values), never=True)


def not_now(where: str, code: str, **values: Any) -> ChangeError:
    """An error that another state would not give."""
    return ChangeError(Problem(where, code, values), never=False)
