"""The original's side of the games' speeds: one line "game<TAB>steps per CPU second" each, acting uniformly and reading the state after every step."""
import random
import time

from minatar import Environment

STEPS = 30_000
ROUNDS = 3

for game in ("breakout", "asterix", "freeway", "seaquest", "space_invaders"):
    best = 0.0
    for _ in range(ROUNDS):
        env = Environment(game)
        env.seed(1)
        env.reset()
        actions = [random.randrange(env.num_actions()) for _ in range(STEPS)]
        begun = time.process_time()
        for action in actions:
            _, terminal = env.act(action)
            env.state()
            if terminal:
                env.reset()
        best = max(best, STEPS / (time.process_time() - begun))
    print(f"{game}\t{best:.0f}", flush=True)
