"""PyTorch's bare training loop in the size of Split Fashion-MNIST: one line "CPU seconds<TAB>version", on one thread, the least of some rounds.

Five tasks of 12,000 examples and two classes, one epoch each in shuffled batches of 128, 784-400-400-10, Adam. Examples are random and made
beforehand, for what they are does not change the speed. Only training counts.
"""
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)
torch.manual_seed(1)
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
TASKS, EXAMPLES, BATCH = 5, 12_000, 128


def train(tasks):
    network = nn.Sequential(nn.Linear(784, 400), nn.ReLU(), nn.Linear(400, 400), nn.ReLU(), nn.Linear(400, 10))
    optimiser = torch.optim.Adam(network.parameters(), 1e-3)
    start = time.process_time()
    for inputs, labels in tasks:
        for chosen in torch.randperm(len(labels)).split(BATCH):
            optimiser.zero_grad(set_to_none=True)
            F.cross_entropy(network(inputs[chosen]), labels[chosen]).backward()
            optimiser.step()
    return time.process_time() - start


data = [(torch.rand(EXAMPLES, 784), torch.randint(2 * task, 2 * task + 2, (EXAMPLES,))) for task in range(TASKS)]
train([(inputs[:2 * BATCH], labels[:2 * BATCH]) for inputs, labels in data])
print("%.3f\t%s" % (min(train(data) for _ in range(ROUNDS)), torch.__version__))
