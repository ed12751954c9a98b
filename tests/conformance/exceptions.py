"""Cases in which we knowingly differ, each with its reason."""


def reason(_source: str, _expression: str, needs: tuple[str, ...]) -> str:
    return "needs an instance that is not given" if needs else ""
