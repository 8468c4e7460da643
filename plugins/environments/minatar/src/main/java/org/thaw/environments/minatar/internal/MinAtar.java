package org.thaw.environments.minatar.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * One of MinAtar's games as a world, and what the five have in common: sticky actions. Observation: {@code F32[10, 10, channels]}, row 0 the
 * uppermost, column 0 the leftmost, 1 where a cell is lit and 0 elsewhere; channels in the order that each game lists. Floats rather than
 * bytes, because learners read bytes as 255ths. Actions: 0 nothing, 1 left, 2 up, 3 right, 4 down, 5 fire, or the game's minimal ones among
 * these, numbered anew in the same order. Games end by termination; there is no time limit but Freeway's own.
 *
 * <p>Each step draws one uniform number, also after the end: below the sticky probability, the action is replaced by the one that was
 * <em>carried out</em> in the step before. This memory starts as "nothing" and outlives resets.
 */
public final class MinAtar implements World, Drawable {
    static final String SOURCE = "Young, Tian: MinAtar: an Atari-inspired testbed for thorough and reproducible reinforcement learning experiments. "
            + "arXiv:1903.03176, 2019";

    private final Config config;
    private final Randomness random;
    private final Game game;
    private final Screen screen;
    private final int[] actions;
    private final Signature signature;
    private int lastAction = Game.NOTHING;

    /** The options of every game. */
    public record Config(
            @Parameter(value = "probability that the action of the step before is repeated", byDefault = "0.1", range = "[0,1]",
                    source = "Young and Tian 2019") double stickyActions,
            @Parameter(value = "whether asterix, seaquest and space-invaders get harder as they go on", byDefault = "true",
                    source = "Young and Tian 2019") boolean ramping,
            @Parameter(value = "offer only the actions that do something in the game, instead of all six", byDefault = "false") boolean minimalActions,
            @Parameter(value = "where chance comes from: thaw, a stream of the run; or mt19937, numpy's generator, "
                    + "with which every life equals one of the original with the same seed bit for bit", byDefault = "thaw") Generator generator,
            @Parameter(value = "seed of mt19937, the same in all runs and lanes; not used by thaw", byDefault = "0", range = "[0,4294967295]") long seed) {
        public Config {
            require(stickyActions >= 0 && stickyActions <= 1, "stickyActions", stickyActions, "a probability from 0 to 1");
            require(seed >= 0 && seed <= 0xffffffffL, "seed", seed, "a whole number from 0 to 4294967295");
        }

        private static void require(boolean holds, String name, Number value, String expected) {
            if (!holds) {
                throw new IllegalArgumentException(name + ": " + value + ", expected " + expected);
            }
        }
    }

    /** Where chance comes from. */
    public enum Generator {
        /** A stream of the host: another one in each run and lane. */ THAW,
        /** The Mersenne twister as numpy's legacy generator uses it, from a seed of its own. */ MT19937
    }

    /** Makes the rules of a game. */
    interface Rules {
        Game with(Randomness random, boolean ramping);
    }

    MinAtar(Rules rules, Config config, Context context) {
        this.config = config;
        this.random = switch (config.generator()) {
            case THAW -> new StreamRandomness(context.random("game"));
            case MT19937 -> new MersenneTwister((int) config.seed());
        };
        this.game = rules.with(random, config.ramping());
        this.screen = new Screen(game.channels());
        this.actions = config.minimalActions() ? game.minimalActions() : new int[] {Game.NOTHING, Game.LEFT, Game.UP, Game.RIGHT, Game.DOWN, Game.FIRE};
        this.signature = new Signature(Space.Real.of(0, 1, Game.SIZE, Game.SIZE, game.channels()), new Space.Categorical(actions.length));
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        game.reset();
        observe(out);
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        if (random.uniform() >= config.stickyActions()) {
            lastAction = actions[action.index()];
        }
        int reward = game.ended ? 0 : game.step(lastAction);
        observe(out);
        if (game.ended) {
            out.termination(reward);
        } else {
            out.transition(reward);
        }
    }

    private void observe(StepBuffer out) {
        screen.clear(out.observation().floats());
        game.draw(screen);
    }

    @Override
    public Picture draw() {
        // not the screen of the steps, which lies over the host's buffer
        Screen seen = new Screen(game.channels());
        seen.clear(new float[Game.SIZE * Game.SIZE * game.channels()]);
        game.draw(seen);
        Picture picture = new Picture(Game.SIZE, Game.SIZE);
        for (int row = 0; row < Game.SIZE; row++) {
            for (int column = 0; column < Game.SIZE; column++) {
                paint(picture, row, column, seen);
            }
        }
        return picture;
    }

    private void paint(Picture picture, int row, int column, Screen seen) {
        picture.paint(row, column, Picture.BLANK, Ink.DARK);
        for (Ink ink : game.inks()) {
            if (seen.isLit(row, column, ink.channel())) {
                picture.paint(row, column, ink.symbol(), ink.colour());
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        visit(new SavedVariables(out));
        out.part("random", random);
    }

    @Override
    public void restore(StateReader in) {
        visit(new RestoredVariables(in));
        in.part("random", random);
    }

    private void visit(Variables variables) {
        lastAction = variables.number("last-action", lastAction, 0, Game.ACTIONS - 1);
        game.visit(variables);
    }
}
