package org.thaw.environments.grids.internal;

import java.util.HashSet;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * A tower of skills: skill k makes product k out of product k − 1, so that it cannot be used without all that come before. A skill is a recipe: at
 * one of the stations, certain symbols one after another. Which recipe belongs to which skill is a random choice without repetition among all
 * recipes ({@link Recipes}), the same for a whole lifetime, in all lanes and evaluations of a run; what holds of one skill says nothing about
 * another but that it is another one.
 *
 * <p>An episode begins at station 0 with empty hands, at height 0. Actions 0 … stations − 1 walk to that station; the further ones do a symbol there. The
 * right symbol goes on with the present craft; a wrong one, or walking, sets it back to its beginning and spoils nothing else. The last
 * symbol of a recipe turns product k − 1 into product k and earns 1: an episode's return is the height reached. It terminates at the top and is cut
 * off after a number of steps.
 *
 * <p>Observation: {@code (height · stations + station) · length + symbols of the present craft done}, all that the agent's situation consists of but for
 * the recipes. No simulator: what is hidden has to be found.
 */
public final class Tower implements World, Drawable {
    private static final int BUILT = 0xb07040;
    private static final int BENCH = 0xb8c8d8;

    private final Config config;
    private final Signature signature;
    private final int[] rules;
    /** What each skill wants, so that steps need not take recipes apart. */
    private final int[] stationOf;
    private final int[][] symbolsOf;
    private int height;
    private int station;
    private int done;
    private int moves;

    /** Makes towers. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "tower", summary = "A tower of skills, each of which needs the one before; which recipe makes what is hidden and the same for a lifetime")
    public static final class Factory implements EnvironmentFactory<Config, World> {
        @Override
        public World create(Config configuration, Context context) {
            return new Tower(configuration, context.random("rules", configuration.lifetime()));
        }
    }

    /** How large the tower is. */
    public record Config(
            @Parameter(value = "how many skills there are", byDefault = "10", range = "[1,1000]") int levels,
            @Parameter(value = "how many stations there are", byDefault = "4", range = "[1,1000]") int stations,
            @Parameter(value = "how many symbols there are", byDefault = "3", range = "[1,1000]") int symbols,
            @Parameter(value = "how many symbols a skill takes", byDefault = "2", range = "[1,20]") int length,
            @Parameter(value = "steps after which an episode is cut off", byDefault = "100", range = "[1,*)") int steps,
            @Parameter(value = "the recipe of each skill, by number; [] draws them from the run's seed. Recipe ((station · symbols) + first symbol) · symbols + second "
                    + "symbol …", byDefault = "[]", range = "[0,*)") List<Integer> rules,
            @Parameter(value = "which of the rules that can be drawn of a seed: another number is another lifetime", byDefault = "0") long lifetime) {
        public Config {
            rules = List.copyOf(rules);
            Require.that(levels >= 1 && levels <= 1000, "levels", levels, "a whole number from 1 to 1000");
            Require.that(stations >= 1 && stations <= 1000, "stations", stations, "a whole number from 1 to 1000");
            Require.that(symbols >= 1 && symbols <= 1000, "symbols", symbols, "a whole number from 1 to 1000");
            Require.that(length >= 1 && length <= 20, "length", length, "a whole number from 1 to 20");
            Require.that(steps >= 1, "steps", steps, "a whole number from 1");
            int count = new Recipes(stations, symbols, length).count();
            Require.that(levels <= count, "levels", levels, "at most " + count + ", as many as there are recipes");
            Require.that(rules.isEmpty() || rules.size() == levels && new HashSet<>(rules).size() == levels && rules.stream().allMatch(r -> r >= 0 && r < count),
                    "rules", rules, "[] or " + levels + " different numbers from 0 to " + (count - 1));
        }

        Recipes recipes() {
            return new Recipes(stations, symbols, length);
        }
    }

    /** All that the future depends on, but for the rules. */
    public record State(int height, int station, int done, int moves) {
    }

    Tower(Config config, RandomStream draws) {
        this.config = config;
        this.signature = new Signature(new Space.Categorical((config.levels() + 1) * config.stations() * config.length()),
                new Space.Categorical(config.stations() + config.symbols()));
        this.rules = new int[config.levels()];
        this.stationOf = new int[config.levels()];
        this.symbolsOf = new int[config.levels()][config.length()];
        int[] drawn = config.rules().isEmpty() ? draws.permutation(config.recipes().count()) : config.rules().stream().mapToInt(r -> r).toArray();
        System.arraycopy(drawn, 0, rules, 0, rules.length);
        follow();
    }

    private void follow() {
        Recipes recipes = config.recipes();
        for (int skill = 0; skill < rules.length; skill++) {
            stationOf[skill] = recipes.station(rules[skill]);
            for (int place = 0; place < config.length(); place++) {
                symbolsOf[skill][place] = recipes.symbol(rules[skill], place);
            }
        }
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        height = 0;
        station = 0;
        done = 0;
        moves = 0;
        observe(out);
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        int reward = carryOut(action.index());
        moves++;
        observe(out);
        if (height == config.levels()) {
            out.termination(reward);
        } else if (moves >= config.steps()) {
            out.truncation(reward);
        } else {
            out.transition(reward);
        }
    }

    private int carryOut(int action) {
        if (action < config.stations()) {
            station = action;
            done = 0;
            return 0;
        }
        int symbol = action - config.stations();
        done = station == stationOf[height] && symbol == symbolsOf[height][done] ? done + 1 : 0;
        if (done < config.length()) {
            return 0;
        }
        done = 0;
        height++;
        return 1;
    }

    private void observe(StepBuffer out) {
        out.observation().ints()[0] = (height * config.stations() + station) * config.length() + done;
    }

    /** The tower as far as it is built; below it the stations, with the agent and how many symbols are done. */
    @Override
    public Picture draw() {
        Picture picture = new Picture(config.levels() + 1, config.stations());
        for (int column = 0; column < config.stations(); column++) {
            for (int level = 0; level < config.levels(); level++) {
                boolean built = level < height;
                picture.paint(config.levels() - 1 - level, column, built ? '#' : Picture.BLANK, built ? BUILT : 0);
            }
            picture.paint(config.levels(), column, '_', BENCH);
        }
        picture.paint(config.levels(), station, done == 0 ? '@' : Character.forDigit(done, Character.MAX_RADIX), Sketch.AGENT);
        return picture;
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "state", new State(height, station, done, moves));
        out.tensor(StateKind.MEMORY, "rules", Tensor.of(rules, rules.length));
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("state", State.class);
        Require.that(state.height() >= 0 && state.height() <= config.levels() && state.station() >= 0 && state.station() < config.stations() && state.done() >= 0
                && state.done() < config.length() && state.moves() >= 0, "state", state, "height to " + config.levels() + ", station below "
                + config.stations() + ", symbols done below " + config.length() + " and moves, all from 0");
        in.into("rules", Tensor.of(rules, rules.length));
        for (int recipe : rules) {
            Require.that(recipe >= 0 && recipe < config.recipes().count(), "rules", recipe, "a recipe from 0 to " + (config.recipes().count() - 1));
        }
        follow();
        height = state.height();
        station = state.station();
        done = state.done();
        moves = state.moves();
    }
}
