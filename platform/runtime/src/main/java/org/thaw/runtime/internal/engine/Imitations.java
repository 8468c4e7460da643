package org.thaw.runtime.internal.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.experiment.Imitation;
import org.thaw.runtime.internal.checkpoint.RunState.OfStudy;
import org.thaw.runtime.internal.recording.Moment;

/** Makes the students that imitate a learner, and knows who of them has yet to study what. */
final class Imitations {
    /** What an imitator has before it. */
    static final class Study {
        private final Imitation imitation;
        private final Moment life;
        private long done;
        private long steps;

        private Study(Imitation imitation, Moment life) {
            this.imitation = imitation;
            this.life = life;
        }

        Imitation imitation() {
            return imitation;
        }

        /** What there was of the original's life when the imitator was made. */
        Moment life() {
            return life;
        }

        /** How many updates are done. */
        long done() {
            return done;
        }

        /** How many recorded steps those had. */
        long steps() {
            return steps;
        }

        /** Another update is done. */
        void advance(long more) {
            done++;
            steps += more;
        }
    }

    private final List<Imitation> wanted;
    private final Stage stage;
    private final Consumer<Event> events;
    /** By the imitator's role. */
    private final Map<String, Study> studies = new LinkedHashMap<>();

    Imitations(List<Imitation> wanted, Stage stage, Consumer<Event> events) {
        this.wanted = wanted;
        this.stage = stage;
        this.events = events;
    }

    /** Whether a player is one that is imitated: it has the learner's role itself, no copy of it. */
    static boolean concerns(Player player) {
        return player.role().equals(Role.LEARNER) && !player.learner().isPredictor();
    }

    /** Makes each student once and lets go of it: one that cannot be made here is found out before the learner has lived for hours. */
    void rehearse(Player player) {
        if (concerns(player)) {
            for (Imitation each : wanted) {
                player.imitator(player.role() + "/" + each.kind(), each.student(), stage.knowledge(player.role(), 0), event -> {
                }).close();
            }
        }
    }

    /** Makes one, which has yet to study. */
    Player make(Player original, Imitation imitation, String as, Moment life) {
        Player twin = original.imitator(as, imitation.student(), stage.knowledge(as, original.lifetime()), events);
        studies.put(as, new Study(imitation, life));
        return twin;
    }

    /** What a player has yet to study. */
    Optional<Study> of(Player player) {
        return Optional.ofNullable(studies.get(player.role()));
    }

    /** It has. */
    void over(Player player) {
        studies.remove(player.role());
    }

    /** Whether somebody has yet to study. */
    boolean areStudying() {
        return !studies.isEmpty();
    }

    List<OfStudy> save() {
        return studies.entrySet().stream().map(each -> new OfStudy(each.getKey(), each.getValue().imitation.kind(), each.getValue().life, each.getValue().done,
                each.getValue().steps)).toList();
    }

    void restore(List<OfStudy> saved) {
        for (OfStudy each : saved) {
            Imitation imitation = wanted.stream().filter(one -> one.kind().equals(each.kind())).findFirst().orElseThrow();
            Study study = new Study(imitation, each.life());
            study.done = each.done();
            study.steps = each.steps();
            studies.put(each.role(), study);
        }
    }
}
