"""Laws between offices, through real desks, real files and real bundles, whatever the post does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.desk.offices import Network, Ticking
from tests.property.offices import World, build_two, cut, lose_disk, part

TROUBLES = ("plain", "rollback", "clone", "gap", "cut", "part", "hostile", "rollback clone hostile")


@pytest.fixture(scope="session")
def two_partnerships(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files from which each history starts."""
    folder = tmp_path_factory.mktemp("two")
    build_two(folder)
    return folder


@pytest.fixture
def net(two_partnerships: Path, tmp_path: Path) -> Iterator[Network]:
    """Four offices in two partnerships."""
    with ExitStack() as stack:
        ignored = shutil.ignore_patterns("tmp*", "invitation*")
        shutil.copytree(two_partnerships, tmp_path, dirs_exist_ok=True, ignore=ignored)
        yield Network(tmp_path, Ticking(date(2026, 11, 3)), stack)


def happen(world: World, steps: int) -> None:
    """A history: work and post, with the troubles that were asked for."""
    rng = world.rng
    for step in range(steps):
        name = rng.choice(world.names)
        for _ in range(rng.randint(1, 3)):
            world.work(name)
        sender = rng.choice(world.names)
        world.post(sender, rng.choice(world.partners(sender)), loss=0.35)
        world.deliver(rng.randrange(4))
        world.net.clock.later(rng.choice([0, 1, 4]))
        trouble(world, step * 12 // steps)


def trouble(world: World, hour: int) -> None:
    """What goes wrong in the twelve hours of a history."""
    now = {one for one in world.troubles if (one, hour) not in world.done}
    world.done |= {(one, hour) for one in now}
    if "rollback" in now and hour == 2:
        for name in ("p", "a"):
            world.net.keep(name, f"{name}-kept")
    if "rollback" in now and hour == 7:
        name = world.rng.choice(["p", "a"])
        world.net.put_back(f"{name}-kept", name)
    if "clone" in now and hour == 4:
        world.net.keep("a", "ac")
        world.names.append("ac")
    for what, when, act in (("cut", 8, cut), ("part", 8, part), ("gap", 9, lose_disk)):
        if what in now and hour == when:
            act(world)


def check(net: Network, seed: int, troubles: str, steps: int) -> None:
    """Let a history happen, and look at what everybody holds in the end."""
    world = World(net, Random(seed), frozenset(troubles.split()))  # noqa: S311 - a history, no secret
    happen(world, steps)
    world.check_files()
    world.quieten()
    world.check_oracle()


@pytest.mark.parametrize("troubles", ["plain", "rollback clone hostile", "cut gap"])
def test_every_desk_ends_with_what_the_papers_say_and_nothing_leaves_its_circle(net: Network, troubles: str) -> None:
    check(net, 1, troubles, 14)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("troubles", TROUBLES)
def test_every_desk_ends_with_what_the_papers_say_at_length(net: Network, troubles: str, seed: int) -> None:
    check(net, seed, troubles, 48)
