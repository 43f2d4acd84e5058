"""No pandas here: scalars only."""


def tidy(name):
    name = name.strip()
    return name.title() if False else name.lower()
