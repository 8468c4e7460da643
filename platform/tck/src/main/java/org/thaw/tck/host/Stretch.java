package org.thaw.tck.host;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Transitions;

/** The latest transitions of all lanes. */
final class Stretch implements Transitions {
    private record Transition(Moment from, Step to) {
    }

    private final List<List<Transition>> lanes = new ArrayList<>();

    Stretch(int count) {
        for (int i = 0; i < count; i++) {
            lanes.add(new ArrayList<>());
        }
    }

    void add(int lane, Moment from, Step to) {
        lanes.get(lane).add(new Transition(from, to));
    }

    /** The same transitions in buffers of their own. */
    Stretch copy(Signature signature) {
        Stretch copy = new Stretch(lanes.size());
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (Transition t : lanes.get(lane)) {
                copy.add(lane, Moment.of(signature, t.from().step(), t.from().decision()), Lending.copy(signature, t.to()));
            }
        }
        return copy;
    }

    void clear() {
        lanes.forEach(List::clear);
    }

    void copyFrom(Stretch other) {
        for (int i = 0; i < lanes.size(); i++) {
            lanes.set(i, new ArrayList<>(other.lanes.get(i)));
        }
    }

    @Override
    public int lanes() {
        return lanes.size();
    }

    @Override
    public int length() {
        return lanes.get(0).size();
    }

    @Override
    public Step from(int lane, int t) {
        return lanes.get(lane).get(t).from().step();
    }

    @Override
    public Decision decision(int lane, int t) {
        return lanes.get(lane).get(t).from().decision();
    }

    @Override
    public Step to(int lane, int t) {
        return lanes.get(lane).get(t).to();
    }
}
