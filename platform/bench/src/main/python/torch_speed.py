"""PyTorch's side of the speed table: one line "case<TAB>rate" each, per second of this process's CPU time on one thread.

Data are random and made beforehand. The rate is the best of many short rounds, as on our side: other work on the machine only ever slows a round
down. Where PyTorch has several ways (fused or not, eager or frozen graph) the fastest counts.
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
SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
ROUND = 0.05
rates = {}


def measure(case, step, units=1.0):
    """units: what one step counts for."""
    for _ in range(3):
        step()
    start = time.process_time()
    step()
    times = max(1, int(ROUND / max(1e-7, time.process_time() - start)))
    begin = time.process_time()
    while time.process_time() - begin < SECONDS:
        start = time.process_time()
        for _ in range(times):
            step()
        rates[case] = max(rates.get(case, 0.0), times * units / (time.process_time() - start))


def training(network, optimiser, loss):
    def step():
        optimiser.zero_grad(set_to_none=True)
        loss(network).backward()
        optimiser.step()
    return step


def optimisers(make):
    """The plain one, and the fused one where this version has it."""
    yield make
    if int(torch.__version__.split(".")[0]) >= 2:
        yield lambda parameters: make(parameters, fused=True)


def perceptron(hidden):
    return nn.Sequential(nn.Linear(784, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 10))


def train_perceptron(case, hidden, batch, make):
    inputs, labels = torch.randn(batch, 784), torch.randint(10, (batch,))
    for kind in optimisers(make):
        network = perceptron(hidden)
        measure(case, training(network, kind(network.parameters()), lambda f: F.cross_entropy(f(inputs), labels)))


def infer(case, network, inputs, units=1.0):
    network.eval()
    with torch.no_grad():
        measure(case, lambda: network(inputs), units)
        frozen = torch.jit.freeze(torch.jit.trace(network, inputs))
        measure(case, lambda: frozen(inputs), units)


class Deep(nn.Module):
    """MinAtar's network."""

    def __init__(self):
        super().__init__()
        self.conv, self.hidden, self.out = nn.Conv2d(4, 16, 3), nn.Linear(1024, 128), nn.Linear(128, 6)

    def forward(self, x):
        return self.out(F.relu(self.hidden(F.relu(self.conv(x)).flatten(1))))


def dqn():
    before, after = ((torch.rand(32, 4, 10, 10) < 0.1).float() for _ in range(2))
    actions, rewards = torch.randint(6, (32, 1)), torch.randint(2, (32, 1)).float()
    policy, target = Deep(), Deep()

    def loss(network):
        with torch.no_grad():
            wanted = rewards + 0.99 * target(after).max(1, keepdim=True)[0]
        return F.smooth_l1_loss(network(before).gather(1, actions), wanted)
    measure("dqn.update", training(policy, torch.optim.RMSprop(policy.parameters(), 0.00025, 0.95, 0.01, centered=True), loss))
    infer("dqn.forward", Deep(), before[:1])


class Residual(nn.Module):
    """Four blocks of 64 filters on boards of 6 by 7, with a head of 7 moves and one of a value."""

    def __init__(self):
        super().__init__()
        self.stem = self.conv(3, 64, 3)
        self.blocks = nn.ModuleList(nn.Sequential(self.conv(64, 64, 3), nn.ReLU(), self.conv(64, 64, 3)) for _ in range(4))
        self.moves = nn.Sequential(self.conv(64, 2, 1), nn.ReLU(), nn.Flatten(), nn.Linear(84, 7))
        self.value = nn.Sequential(self.conv(64, 1, 1), nn.ReLU(), nn.Flatten(), nn.Linear(42, 64), nn.ReLU(), nn.Linear(64, 1), nn.Tanh())

    @staticmethod
    def conv(channels, filters, window):
        return nn.Sequential(nn.Conv2d(channels, filters, window, padding=window // 2, bias=False), nn.BatchNorm2d(filters))

    def forward(self, x):
        x = F.relu(self.stem(x))
        for block in self.blocks:
            x = F.relu(x + block(x))
        return self.moves(x), self.value(x)


def residual():
    inputs = (torch.rand(64, 3, 6, 7) < 0.1).float()
    moves, values = torch.softmax(torch.randn(64, 7), 1), torch.rand(64, 1) * 2 - 1
    network = Residual()

    def loss(network):
        scores, guess = network(inputs)
        return F.mse_loss(guess, values) - (moves * F.log_softmax(scores, 1)).sum(1).mean()
    measure("residual.train", training(network, torch.optim.SGD(network.parameters(), 0.02, 0.9), loss))
    infer("residual.infer", network, inputs, 64.0)


class Block(nn.Module):
    """A pre-norm block of width 64 with 4 heads; with past keys and values when it goes step by step."""

    def __init__(self, fused):
        super().__init__()
        self.first, self.second = nn.LayerNorm(64), nn.LayerNorm(64)
        self.project, self.join, self.up, self.down = nn.Linear(64, 192), nn.Linear(64, 64), nn.Linear(64, 256), nn.Linear(256, 64)
        self.fused = fused

    def forward(self, x, mask, past, at):
        query, key, value = (z.view(*z.shape[:2], 4, 16).transpose(1, 2) for z in self.project(self.first(x)).chunk(3, 2))
        if past is not None:
            past[0][:, :, at:at + 1], past[1][:, :, at:at + 1] = key, value
            key, value = past[0][:, :, :at + 1], past[1][:, :, :at + 1]
        if self.fused:
            found = F.scaled_dot_product_attention(query, key, value, is_causal=past is None)
        else:
            scores = query @ key.transpose(2, 3) / 4
            found = torch.softmax(scores if past is not None else scores + mask, 3) @ value
        x = x + self.join(found.transpose(1, 2).reshape(x.shape))
        return x + self.down(F.gelu(self.up(self.second(x))))


class Causal(nn.Module):
    """A causal transformer over 96 symbols with learned positions, 4 blocks and 5 outputs."""

    def __init__(self, fused):
        super().__init__()
        self.symbols, self.positions = nn.Embedding(96, 64), nn.Embedding(256, 64)
        self.blocks = nn.ModuleList(Block(fused) for _ in range(4))
        self.norm, self.head = nn.LayerNorm(64), nn.Linear(64, 5)
        self.mask = torch.full((256, 256), float("-inf")).triu(1)
        self.ids = torch.arange(256)

    def forward(self, symbols, pasts=(None,) * 4, at=0):
        x = self.symbols(symbols) + self.positions(self.ids[at:at + symbols.shape[1]])
        for block, past in zip(self.blocks, pasts):
            x = block(x, self.mask, past, at)
        return self.head(self.norm(x))


def transformer():
    symbols, labels = torch.randint(96, (32, 256)), torch.randint(5, (32 * 256,))
    for fused in (False, True)[:1 + (int(torch.__version__.split(".")[0]) >= 2)]:
        network = Causal(fused)
        measure("transformer.train", training(network, torch.optim.AdamW(network.parameters(), 1e-3),
                                              lambda f: F.cross_entropy(f(symbols).view(-1, 5), labels)))
        lanes = 16

        def life():
            pasts = [(torch.zeros(lanes, 4, 256, 16), torch.zeros(lanes, 4, 256, 16)) for _ in range(4)]
            for at in range(256):
                network(symbols[:lanes, at:at + 1], pasts, at)
        with torch.no_grad():
            measure("transformer.advance", life, 256.0 * lanes)


def product(case, size):
    a, b, c = torch.randn(size, size), torch.randn(size, size), torch.empty(size, size)
    measure(case, lambda: torch.mm(a, b, out=c), 2e-9 * size ** 3)


train_perceptron("mlp400.adam", 400, 128, lambda p, **o: torch.optim.Adam(p, 1e-3, **o))
train_perceptron("mlp400.sgd", 400, 128, lambda p, **o: torch.optim.SGD(p, 0.1, **o))
train_perceptron("mlp100.batch10", 100, 10, lambda p, **o: torch.optim.SGD(p, 0.01, **o))
train_perceptron("mlp100.batch1", 100, 1, lambda p, **o: torch.optim.SGD(p, 0.01, **o))
infer("mlp100.infer", perceptron(100), torch.randn(1, 784))
infer("mlp100.picture", perceptron(100), torch.rand(1, 784) * (torch.rand(1, 784) < 0.2))
dqn()
residual()
transformer()
product("sgemm.256", 256)
product("sgemm.1024", 1024)
print("version\t" + torch.__version__)
for case, rate in rates.items():
    print("%s\t%.6g" % (case, rate))
