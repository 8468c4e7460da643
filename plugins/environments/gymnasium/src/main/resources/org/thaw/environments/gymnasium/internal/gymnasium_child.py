"""Plays one Gymnasium environment for another program.

    python gymnasium_child.py ID ATARI SIDE SKIP NOOPS LIVES [NAME=VALUE ...]

ATARI and LIVES are 0 or 1; the rest of the line are keyword arguments of gymnasium.make, their values Python literals or else strings.

Requests come on standard input and are answered on standard output, one after the other. A message is its length (4 bytes), a letter and a body; the length
counts the letter. All numbers are little endian. End of input ends the program; so does the end of the process that started it.

    comes   R seed:i64        a new episode, the environment's randomness seeded anew
            N                 a new episode
            S action          one step; i32 for Discrete, f32s for Box
            P action ...      steps, of which only the last is told; i32 -1, or a NaN in front, stands for a new episode
    goes    H ...             at the start: version, observations, actions, and the software's versions as text
            E text            at the start: why there is nothing to play
            F M Z T C         reward:f64, observation: first step, middle, middle of no future (a life was lost), terminated, cut off
"""

import ast
import os
import platform
import random
import signal
import struct
import sys
import threading
import time

VERSION = 1


class Refusal(Exception):
    """A sentence that says what is wrong and what would be right."""


def package(name, purpose):
    try:
        return __import__(name)
    except ImportError as missing:
        raise Refusal(
            f"the Python package {name}, which {purpose}, cannot be imported by {sys.executable} ({missing}): install it with "
            f"'{sys.executable} -m pip install gymnasium numpy ale-py' (ale-py is for Atari), or point python to an interpreter that has it"
        ) from None


def keyword(text):
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise Refusal(f"arguments: '{text}' is none; expected name=value, such as max_episode_steps=100")
    try:
        return name, ast.literal_eval(value)
    except (SyntaxError, ValueError):
        return name, value


def make(gymnasium, identifier, arguments):
    try:
        return gymnasium.make(identifier, **{"disable_env_checker": True, **arguments})
    except (gymnasium.error.Error, ImportError, TypeError, ValueError) as refused:
        raise Refusal(
            f"gymnasium, as {sys.executable} has it, cannot make '{identifier}' with the arguments {arguments}: {type(refused).__name__}: {refused}"
        ) from None


class Values:
    """How the values of a space are written and read."""

    def __init__(self, np, space, what):
        self.np = np
        self.space = space
        kind = type(space).__name__
        if kind == "Discrete":
            self.start = int(space.start)
            self.size = 4
            self.form = struct.pack("<Bi", 0, int(space.n))
        elif kind == "Box" and np.dtype(space.dtype).kind in "fiu":
            self.start = None
            self.bytes = what == "observations" and space.dtype == np.uint8
            self.type = np.dtype(np.uint8 if self.bytes else "<f4")
            self.size = int(np.prod(space.shape, dtype=np.int64)) * self.type.itemsize
            low, high = (0, 255) if self.bytes else (np.float32(space.low.min()), np.float32(space.high.max()))
            shape = struct.pack(f"<B{len(space.shape)}i", len(space.shape), *space.shape)
            self.form = struct.pack("<B", 2 if self.bytes else 1) + shape + struct.pack("<dd", low, high)
        else:
            raise Refusal(
                f"its {what} are {space}: expected a Box of numbers or Discrete; Gymnasium's wrappers, FlattenObservation for one, can make such "
                "of others, in an environment registered under an id of its own ('module:id' imports the module)"
            )

    def written(self, value):
        if self.start is not None:
            return struct.pack("<i", int(value) - self.start)
        return self.np.ascontiguousarray(value, dtype=self.type)

    def read(self, body):
        """An action, or None for a new episode."""
        if self.start is not None:
            number = struct.unpack("<i", body)[0]
            return None if number < 0 else number + self.start
        values = self.np.frombuffer(body, self.type)
        if values[0] != values[0]:
            return None
        space = self.space
        return self.np.clip(values.reshape(space.shape), space.low, space.high).astype(space.dtype)


class Game:
    """An environment as it is."""

    def __init__(self, np, env):
        self.env = env
        self.observations = Values(np, env.observation_space, "observations")
        self.actions = Values(np, env.action_space, "actions")

    def reset(self, seed):
        return b"F", 0.0, self.env.reset(seed=seed)[0]

    def step(self, action):
        observation, reward, terminated, truncated, _ = self.env.step(action)
        return b"T" if terminated else b"C" if truncated else b"M", reward, observation


def shares(np, cells, pixels):
    """Row i says how much of each pixel lies in cell i, in whole numbers: so that sums in single precision are exact, in any order."""
    starts = np.arange(cells)[:, None] * pixels
    edges = np.arange(pixels)[None, :] * cells
    covered = np.minimum(starts + pixels, edges + cells) - np.maximum(starts, edges)
    whole = np.maximum(covered, 0) // np.gcd(cells, pixels)
    return whole.astype(np.float32), pixels // int(np.gcd(cells, pixels))


class Atari:
    """Grey pictures of an Atari game, each the brighter of the last two frames, scaled by area; actions are repeated."""

    def __init__(self, np, gymnasium, env, side, skip, noops, lives):
        self.np = np
        self.env = env
        self.ale = env.unwrapped.ale
        self.skip = skip
        self.noops = noops
        self.lives = lives
        self.random = random.Random(0)
        self.actions = Values(np, env.action_space, "actions")
        minimal = self.ale.getMinimalActionSet()
        self.codes = minimal if len(minimal) == getattr(env.action_space, "n", 0) else self.ale.getLegalActionSet()
        if len(self.codes) != getattr(env.action_space, "n", 0):
            raise Refusal(f"atari: its actions are {env.action_space}; expected the numbered ones, without continuous=True")
        self.observations = Values(np, gymnasium.spaces.Box(0, 255, (side, side, 1), np.uint8), "observations")
        height, width = self.ale.getScreenDims()
        self.frames = np.zeros((2, height, width), np.uint8)
        self.grey = np.zeros((height, width), np.float32)
        self.rows, high = shares(np, side, height)
        columns, wide = shares(np, side, width)
        self.columns = np.ascontiguousarray(columns.T)
        self.area = np.float32(high * wide)
        self.half = np.zeros((side, width), np.float32)
        self.scaled = np.zeros((side, side), np.float32)

    def picture(self):
        np = self.np
        np.maximum(self.frames[0], self.frames[1], out=self.frames[0])
        self.grey[:] = self.frames[0]
        np.matmul(self.rows, self.grey, out=self.half)
        np.matmul(self.half, self.columns, out=self.scaled)
        self.scaled /= self.area
        self.scaled += np.float32(0.5)
        return self.scaled

    def reset(self, seed):
        if seed is not None:
            self.random = random.Random(seed)
        self.env.reset(seed=seed)
        for _ in range(self.random.randint(0, self.noops)):
            self.ale.act(self.codes[0])
            if self.ale.game_over():
                self.env.reset()
        self.left = self.ale.lives()
        self.ale.getScreenGrayscale(self.frames[0])
        self.frames[1] = self.frames[0]
        return b"F", 0.0, self.picture()

    def step(self, action):
        ale = self.ale
        reward = 0.0
        for frame in range(self.skip):
            reward += ale.act(self.codes[action])
            over = ale.game_over()
            if over or frame >= self.skip - 2:
                # the last one comes second; a game that ends early has shown it once
                ale.getScreenGrayscale(self.frames[1 if over or frame == self.skip - 1 else 0])
            if over:
                break
        if frame == 0 or (over and frame < self.skip - 1):
            self.frames[0] = self.frames[1]
        left, self.left = self.left, ale.lives()
        if ale.game_over(with_truncation=False):
            return b"T", reward, self.picture()
        if over:
            return b"C", reward, self.picture()
        return b"Z" if self.lives and self.left < left else b"M", reward, self.picture()


def game(arguments):
    identifier = arguments[0]
    atari, side, skip, noops, lives = map(int, arguments[1:6])
    keywords = dict(keyword(text) for text in arguments[6:])
    np = package("numpy", "environments are made of")
    gymnasium = package("gymnasium", "makes environments")
    versions = [f"gymnasium {gymnasium.__version__}", f"numpy {np.__version__}", f"Python {platform.python_version()}"]
    if atari or identifier.startswith("ALE/"):
        versions.append(f"ale-py {package('ale_py', 'plays Atari games').__version__}")
    try:
        import ale_py

        gymnasium.register_envs(ale_py)
    except (ImportError, AttributeError):
        pass  # older ones register themselves; without it there is no Atari
    if atari:
        if not identifier.startswith("ALE/"):
            raise Refusal(f"atari: '{identifier}' is no game of the Arcade Learning Environment; expected an id such as ALE/Breakout-v5, or atari false")
        if keywords.setdefault("frameskip", 1) != 1:
            raise Refusal("arguments: frameskip is 1 under atari, where frameSkip says how often an action is repeated")
        keywords.setdefault("obs_type", "grayscale")
        return Atari(np, gymnasium, make(gymnasium, identifier, keywords), side, skip, noops, lives), versions
    return Game(np, make(gymnasium, identifier, keywords)), versions


def end_with(parent):
    """Ends this process after the one that started it, even in the middle of a step."""

    def watch():
        while os.getppid() == parent:
            time.sleep(2)
        os._exit(3)

    threading.Thread(target=watch, daemon=True).start()


def answer(out, kind, *parts):
    parts = [memoryview(part).cast("B") if memoryview(part).nbytes else b"" for part in parts]
    out.write(struct.pack("<Ic", 1 + sum(len(part) for part in parts), kind))
    for part in parts:
        out.write(part)
    out.flush()


def tell(out, played, kind, reward, observation):
    answer(out, kind, struct.pack("<d", reward), played.observations.written(observation))


def carry_out(played, action):
    return played.reset(None) if action is None else played.step(action)


def serve(requests, out, played):
    actions = played.actions
    while True:
        head = requests.read(4)
        if len(head) < 4:
            return
        body = requests.read(struct.unpack("<I", head)[0])
        kind = body[:1]
        if kind == b"S":
            step = played.step(actions.read(body[1:]))
        elif kind == b"R":
            step = played.reset(struct.unpack("<q", body[1:])[0])
        elif kind == b"N":
            step = played.reset(None)
        else:
            for at in range(1, len(body), actions.size):
                step = carry_out(played, actions.read(body[at : at + actions.size]))
        tell(out, played, *step)


def main(arguments):
    # whatever environments print goes where errors go; answers have the old standard output to themselves
    requests = os.fdopen(os.dup(0), "rb")
    out = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    os.dup2(2, 1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    # a key pressed in the terminal is for the other side, which ends this process in its own time
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(os.getppid())
    try:
        played, versions = game(arguments)
    except Refusal as refusal:
        answer(out, b"E", str(refusal).encode())
        requests.read()  # the other side closes when it has read
        return
    answer(out, b"H", bytes([VERSION]), played.observations.form, played.actions.form, ", ".join(versions).encode())
    serve(requests, out, played)
    played.env.close()


if __name__ == "__main__":
    main(sys.argv[1:])
