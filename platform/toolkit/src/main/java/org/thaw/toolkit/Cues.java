package org.thaw.toolkit;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;

/** A table of the cues met so far, so that a stored example carries no more than a number. Equal cues have one number. */
public final class Cues implements Stateful {
    private final List<Cue> known = new ArrayList<>();

    /** The number of a cue; a new one if it was never met. */
    public int number(Cue cue) {
        int number = known.indexOf(cue);
        if (number >= 0) {
            return number;
        }
        known.add(cue);
        return known.size() - 1;
    }

    /** How many different cues were met. */
    public int size() {
        return known.size();
    }

    /** The cue of that number. */
    public Cue cue(int number) {
        return known.get(number);
    }

    /**
     * A cue in saved state.
     *
     * @param task    its task; -1 if untold
     * @param classes its classes; empty if untold
     */
    public record Told(int task, List<Integer> classes) {
        static Told of(Cue cue) {
            List<Integer> classes = new ArrayList<>();
            for (int i = 0; i < cue.classCount(); i++) {
                classes.add(cue.classAt(i));
            }
            return new Told(cue.task().orElse(-1), classes);
        }

        Cue cue() {
            Cue cue = task < 0 ? Cue.none() : Cue.none().withTask(task);
            return classes.isEmpty() ? cue : cue.withClasses(classes.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** All cues in saved state, in the order of their numbers. */
    public record Table(List<Told> cues) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "cues", new Table(known.stream().map(Told::of).toList()));
    }

    @Override
    public void restore(StateReader in) {
        known.clear();
        in.record("cues", Table.class).cues().forEach(told -> known.add(told.cue()));
    }
}
