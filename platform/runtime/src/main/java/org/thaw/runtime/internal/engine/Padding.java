package org.thaw.runtime.internal.engine;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;

/**
 * Fits the steps of a world to a learner that is made for more: its observations stand at the lowest indices of each dimension, zeros behind them, and
 * actions that the world lacks are not legal. Where the two agree nothing is copied: the world writes the step that the learner sees.
 */
final class Padding {
    private final Signature world;
    private final Signature learner;
    private final boolean none;
    /** Where each run of neighbouring numbers of an observation begins, in the learner's order. */
    private final int[] starts;
    private final int run;
    private final int choices;

    /**
     * From a world's signature to a learner's.
     *
     * @param role of the world, for messages
     * @throws IllegalArgumentException if the learner's does not hold the world's, or actions are real and differ
     */
    Padding(String role, Signature world, Signature learner) {
        String here = "the environment \"" + role + "\" ";
        if (!holds(learner.input(), world.input())) {
            throw new IllegalArgumentException(here + "has observations " + world.input() + ", but the protocol makes the learner for " + learner.input()
                    + ", which does not hold them; a protocol over several worlds declares the union of their signatures");
        }
        if (!learner.output().equals(world.output()) && !(learner.output() instanceof Space.Categorical && world.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException(here + "has actions " + world.output() + ", but the protocol makes the learner for " + learner.output()
                    + "; only numbered actions can be ruled out where a world lacks them, real ones must be the same in all worlds");
        }
        if (!holds(learner.output(), world.output())) {
            throw new IllegalArgumentException(here + "has actions " + world.output() + ", but the protocol makes the learner for " + learner.output()
                    + ", which does not hold them; a protocol over several worlds declares the union of their signatures");
        }
        this.world = world;
        this.learner = learner;
        this.none = learner.input().shape().equals(world.input().shape()) && learner.output().equals(world.output());
        this.choices = world.output() instanceof Space.Categorical c ? c.count() : 0;
        List<Integer> from = world.input().shape();
        List<Integer> to = learner.input().shape();
        int last = from.size() - 1;
        while (last > 0 && from.get(last).equals(to.get(last))) {
            last--;
        }
        this.run = size(from, Math.max(0, last));
        this.starts = new int[size(from, 0) / run];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start(i * run, from, to);
        }
    }

    private static boolean holds(Space large, Space small) {
        if (large instanceof Space.Categorical a && small instanceof Space.Categorical b) {
            return a.count() >= b.count();
        }
        boolean alike = large instanceof Space.Real && small instanceof Space.Real && large.type() == small.type() && large.shape().size() == small.shape().size();
        for (int i = 0; alike && i < small.shape().size(); i++) {
            alike = large.shape().get(i) >= small.shape().get(i);
        }
        return alike;
    }

    private static int size(List<Integer> shape, int fromAxis) {
        return shape.subList(fromAxis, shape.size()).stream().reduce(1, Math::multiplyExact);
    }

    /** Where an element of the smaller shape stands in the larger one. */
    private static int start(int element, List<Integer> from, List<Integer> to) {
        int rest = element;
        int at = 0;
        int stride = 1;
        for (int axis = from.size() - 1; axis >= 0; axis--) {
            at += rest % from.get(axis) * stride;
            rest /= from.get(axis);
            stride *= to.get(axis);
        }
        return at;
    }

    /** What steps look like to the learner. */
    Signature learner() {
        return learner;
    }

    /** What a world writes its steps into, for the step that its learner sees. */
    StepBuffer behind(StepBuffer seen) {
        return none ? seen : new StepBuffer(world, seen.lane());
    }

    /** Shows the learner what the world has written. */
    void show(StepBuffer written, StepBuffer seen) {
        if (none) {
            return;
        }
        widen(written.observation(), seen.observation());
        boolean[] legal = seen.legal();
        System.arraycopy(written.legal(), 0, legal, 0, choices);
        Arrays.fill(legal, choices, legal.length, false);
        seen.previousAction(written.previousAction());
        seen.outcomeFrom(written);
    }

    /** The other way round, for a life that goes on from a saved step. */
    void recall(Step seen, StepBuffer written) {
        if (none) {
            return;
        }
        narrow(seen.observation(), written.observation());
        System.arraycopy(seen.legal(), 0, written.legal(), 0, choices);
        written.previousAction(seen.previousAction());
        written.outcomeFrom(seen);
    }

    /** The same for whoever tries actions out. */
    Simulator simulator(Simulator inner) {
        return none ? inner : new PaddedSimulator(this, inner, new StepBuffer(world));
    }

    /** Written by hand for the usual type: a call for each short run would cost more than the world's own step. */
    private void widen(Tensor small, Tensor large) {
        switch (small.type()) {
            case F32 -> {
                float[] from = small.floats();
                float[] to = large.floats();
                Arrays.fill(to, 0);
                for (int i = 0, at = 0; i < starts.length; i++) {
                    for (int j = starts[i]; j < starts[i] + run; j++) {
                        to[j] = from[at++];
                    }
                }
            }
            case U8 -> {
                Arrays.fill(large.bytes(), (byte) 0);
                for (int i = 0; i < starts.length; i++) {
                    System.arraycopy(small.bytes(), i * run, large.bytes(), starts[i], run);
                }
            }
            default -> large.ints()[0] = small.ints()[0]; // a number, which is the same in both
        }
    }

    private void narrow(Tensor large, Tensor small) {
        for (int i = 0; i < starts.length; i++) {
            switch (small.type()) {
                case F32 -> System.arraycopy(large.floats(), starts[i], small.floats(), i * run, run);
                case U8 -> System.arraycopy(large.bytes(), starts[i], small.bytes(), i * run, run);
                default -> small.ints()[0] = large.ints()[0];
            }
        }
    }
}
