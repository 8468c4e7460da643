package org.thaw.runtime.internal.checkpoint;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Cue;

/** Cues as checkpoints hold them. */
public final class Cues {
    private static final int UNTOLD = -1;

    private Cues() {
    }

    /** For writing. */
    public static RunState.OfCue of(Cue cue) {
        List<Integer> classes = new ArrayList<>();
        for (int i = 0; i < cue.classCount(); i++) {
            classes.add(cue.classAt(i));
        }
        return new RunState.OfCue(cue.task().orElse(UNTOLD), classes, !cue.tellsBoundaries());
    }

    /** Read back. */
    public static Cue read(RunState.OfCue saved) {
        Cue cue = saved.task() == UNTOLD ? Cue.none() : Cue.none().withTask(saved.task());
        Cue classed = saved.classes().isEmpty() ? cue : cue.withClasses(saved.classes().stream().mapToInt(Integer::intValue).toArray());
        return saved.boundariesUntold() ? classed.withoutBoundaries() : classed;
    }
}
