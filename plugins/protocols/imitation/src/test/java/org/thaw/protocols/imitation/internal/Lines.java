package org.thaw.protocols.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;

/** Phases as lines: {@code ad lives 20 steps in environment, task 1, begins}. */
final class Lines {
    private Lines() {
    }

    static List<String> of(Iterable<Phase> plan) {
        List<String> lines = new ArrayList<>();
        plan.forEach(phase -> lines.add(line(phase)));
        return lines;
    }

    private static String line(Phase phase) {
        if (phase instanceof Phase.Learn learn) {
            return learn(learn);
        }
        if (phase instanceof Phase.Record record) {
            return learn(record.learn()) + ", recorded as " + record.recording();
        }
        if (phase instanceof Phase.Renew renew) {
            return renew.role() + " renewed for lifetime " + renew.lifetime() + (renew.knowledge() ? ", knows nothing" : "");
        }
        if (phase instanceof Phase.Study study) {
            Phase.Material material = study.material();
            return study.role() + " studies " + study.recordings() + " from " + material.from() + " to " + material.to() + (material.shuffled() ? " shuffled" : "") + ", "
                    + study.updates() + " updates";
        }
        if (phase instanceof Phase.Evaluate compared) {
            return compared.role() + " compared: " + compared.name() + ", " + met(compared.experience()) + ", " + compared.context();
        }
        if (phase instanceof Phase.Fork fork) {
            return fork.role() + " forked as " + fork.as();
        }
        if (phase instanceof Phase.Leave leave) {
            return leave.role() + " leaves";
        }
        return phase instanceof Phase.Freeze freeze ? freeze.role() + " frozen" : phase.toString();
    }

    private static String learn(Phase.Learn learn) {
        return learn.role() + " " + met(learn.experience()) + (learn.begin() ? ", begins" : "") + (learn.end() ? ", ends" : "");
    }

    private static String met(Experience experience) {
        String steps = experience.budget().amount() + " steps";
        return experience instanceof Experience.Following following ? "follows " + steps + " of " + following.recording() + ", task " + following.task()
                : "lives " + steps + " in " + experience.environment() + ", task " + experience.task();
    }
}
