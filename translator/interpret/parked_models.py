"""Models that programs pickle for later steps: what is known of them is known where they are loaded again."""

from __future__ import annotations

from collections.abc import Sequence

from translator.context import current
from translator.evidence.estimators import Estimator
from translator.frames.values import Local, Value
from translator.inputs.places import DUMPERS, LOADERS
from translator.interpret import path_patterns

SEVERAL = "models"
"""What is noted of a file in which different models are pickled: any of them may be loaded."""


def is_one(fact: object) -> bool:
    """Whether a model is what is known of a file."""
    return fact == SEVERAL or isinstance(fact, Estimator)


def note(function: str, args: Sequence[Value]) -> None:
    """Note the model that ``pickle.dump(model, file)`` parks."""
    path = path_patterns.path_of(args[1]) if function in DUMPERS and len(args) > 1 else None
    if path is None:
        return
    current().outputs.setdefault(path, "pickle")
    model = args[0].model if isinstance(args[0], Local) else None
    key, files = current().key(path), current().files
    if isinstance(model, Estimator):
        files[key] = model if files.get(key, model) in (model, "opened") else SEVERAL
    elif is_one(files.get(key)):
        files[key] = SEVERAL


def loaded(function: str, args: Sequence[Value]) -> Estimator | None:
    """The model that ``pickle.load(file)`` gives, if programs park the like of it there and nothing else."""
    path = path_patterns.path_of(args[0]) if function in LOADERS and args else None
    if path is None:
        return None
    current().inputs.setdefault(path, "pickle")
    found = current().files.get(current().key(path))
    return found if isinstance(found, Estimator) else None
