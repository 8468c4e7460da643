package org.thaw.runtime.toys;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A thousand places, one of which pays. Which one is hidden, and drawn for each lifetime; a walk begins at a place that is drawn each time and has four steps. */
public final class Cave implements World {
    public record None() {
    }

    /** Tells a test where the treasure of each cave lies, and where its first walk begins. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "cave", summary = "A hidden treasure.")
    public static final class Factory implements EnvironmentFactory<None, Cave> {
        private final List<String> told;

        public Factory(List<String> told) {
            this.told = told;
        }

        @Override
        public Cave create(None configuration, Context context) {
            return new Cave(context.random("treasure", 0).nextInt(PLACES), context.random("starts"), told);
        }
    }

    private record Place(int cell, int moves) {
    }

    private static final int PLACES = 1000;
    private final int treasure;
    private final RandomStream starts;
    private final List<String> told;
    private boolean entered;
    private int cell;
    private int moves;

    Cave(int treasure, RandomStream starts, List<String> told) {
        this.treasure = treasure;
        this.starts = starts;
        this.told = told;
    }

    @Override
    public Signature signature() {
        return new Signature(new Space.Categorical(PLACES), new Space.Categorical(2));
    }

    @Override
    public void reset(StepBuffer out) {
        cell = starts.nextInt(PLACES);
        moves = 0;
        if (!entered) {
            told.add(treasure + " from " + cell);
            entered = true;
        }
        out.observation().ints()[0] = cell;
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        cell = (cell + 1 + action.index()) % PLACES;
        out.observation().ints()[0] = cell;
        double reward = cell == treasure ? 1 : 0;
        if (++moves == 4) {
            out.truncation(reward);
        } else {
            out.transition(reward);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "place", new Place(cell, moves));
    }

    @Override
    public void restore(StateReader in) {
        Place place = in.record("place", Place.class);
        cell = place.cell();
        moves = place.moves();
    }
}
