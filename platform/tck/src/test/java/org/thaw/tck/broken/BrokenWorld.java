package org.thaw.tck.broken;

import java.util.Random;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.StepBuffer;

/** A drunkard's walk between 0 and 9, seen as two numbers; sound, but for one fault. */
public final class BrokenWorld implements Simulator {
    /** Ways to break the contract of worlds. */
    public enum Fault { NONE, OUT_OF_BOUNDS, NO_FIRST_STEP, OWN_RANDOMNESS, SAVING_MOVES, FORGETS, SHARES, FILLS_HALF, WRITES_INTO_ACTION, COPY_DRAWS, COPY_IS_ELSEWHERE, CANNOT_BE_CUT_OFF }

    /** Which fault. */
    public record Config(@Parameter("the fault") Fault fault) {
    }

    /** Makes worlds with one fault each. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "broken-world", summary = "Has one fault.")
    public static final class Factory implements EnvironmentFactory<Config, BrokenWorld> {
        private int sharedPlace;

        @Override
        public BrokenWorld create(Config configuration, Context context) {
            return new BrokenWorld(configuration.fault(), context.random("chance"), this);
        }
    }

    private record State(int place, int moves) {
    }

    private final Fault fault;
    private final RandomStream chance;
    private final Factory factory;
    private int place;
    private int moves;

    private BrokenWorld(Fault fault, RandomStream chance, Factory factory) {
        this.fault = fault;
        this.chance = chance;
        this.factory = factory;
    }

    @Override
    public Signature signature() {
        return new Signature(Space.Real.of(0, 9, 2), new Space.Categorical(2));
    }

    @Override
    public void reset(StepBuffer out) {
        if (fault == Fault.CANNOT_BE_CUT_OFF && moves > 0 && moves < 15 && place > 0 && place < 9) {
            throw new IllegalStateException("the episode is not over");
        }
        place = 1 + chance.nextInt(8);
        moves = 0;
        look(out);
        if (fault == Fault.NO_FIRST_STEP) {
            out.transition(0);
        } else {
            out.first();
        }
    }

    @Override
    public void step(Action action, StepBuffer out) {
        boolean slips = (fault == Fault.OWN_RANDOMNESS ? new Random().nextDouble() : chance.nextDouble()) < 0.2;
        place += slips ? 0 : action.index() == 0 ? -1 : 1;
        moves++;
        if (fault == Fault.SHARES) {
            factory.sharedPlace = (factory.sharedPlace + place) % 7;
            place = factory.sharedPlace == 6 ? 5 : place;
        }
        if (fault == Fault.WRITES_INTO_ACTION) {
            action.set(1 - action.index());
        }
        look(out);
        if (place == 0 || place == 9) {
            out.termination(place == 9 ? 1 : 0);
        } else if (moves == 15) {
            out.truncation(0);
        } else {
            out.transition(0);
        }
    }

    @Override
    public void look(StepBuffer out) {
        out.observation().floats()[0] = fault == Fault.OUT_OF_BOUNDS ? place + 1 : place;
        if (fault != Fault.FILLS_HALF) {
            out.observation().floats()[1] = 9 - place;
        }
    }

    @Override
    public Simulator copy(RandomStream ownChance) {
        BrokenWorld copy = new BrokenWorld(fault, fault == Fault.COPY_DRAWS ? chance : ownChance, factory);
        copy.place = fault == Fault.COPY_IS_ELSEWHERE ? (place + 1) % 10 : place;
        copy.moves = moves;
        return copy;
    }

    @Override
    public void copyFrom(Simulator other) {
        place = ((BrokenWorld) other).place;
        moves = ((BrokenWorld) other).moves;
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "state", new State(place, fault == Fault.FORGETS ? 0 : moves));
        if (fault == Fault.SAVING_MOVES) {
            moves++;
        }
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("state", State.class);
        place = state.place();
        moves = state.moves();
    }
}
