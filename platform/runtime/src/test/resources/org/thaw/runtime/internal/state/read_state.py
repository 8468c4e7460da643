"""Reads a file of saved state with safetensors and prints what it finds; writes a file of its own."""
import sys

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

ours, foreign = sys.argv[1:]
for name, tensor in sorted(load_file(ours).items()):
    print("tensor", name, tensor.dtype.name, list(tensor.shape), tensor.astype(tensor.dtype.newbyteorder("<")).tobytes().hex(), sep="\t")
with safe_open(ours, framework="np") as file:
    for name, text in sorted(file.metadata().items()):
        print("metadata", name, text.encode().hex(), sep="\t")
save_file(
    {
        "half/0": np.arange(6, dtype=np.float32).reshape(2, 3),
        "labels": np.array([3, -1], dtype=np.int64),
        "pixels": np.array([[255, 0, 7]], dtype=np.uint8),
        "scalar": np.array(2.5, dtype=np.float64),
        "none": np.zeros((0, 4), dtype=np.int32),
    },
    foreign,
    metadata={"by": "numpy"},
)
