"""Matrix products through numpy's BLAS, and on one thread.

thinc multiplies through blis, which falls back to a slow kernel on many machines; numpy's OpenBLAS picks
the right one. `tests/benchmarks/pipelines.py` prints what it gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from thinc.backends.numpy_ops import NumpyOps
from thinc.backends.ops import Ops
from thinc.model import Model


class NumpyBlasOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations on the CPU, with matrix products by numpy."""

    name = "numpy"
    gemm = Ops.gemm


def use_numpy_blas(nlp: Any) -> Any:
    """Let every model of the spaCy pipeline `nlp` that runs on the CPU multiply by numpy."""
    ops = NumpyBlasOps()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if type(node.ops) is not NumpyBlasOps and isinstance(node.ops, NumpyOps):
                    node.ops = ops
    return nlp


@contextmanager
def numpy_blas() -> Iterator[None]:
    """Let every model that is made inside multiply by numpy."""
    from thinc.api import get_current_ops, set_current_ops

    before = get_current_ops()
    set_current_ops(NumpyBlasOps())
    try:
        yield
    finally:
        set_current_ops(before)
