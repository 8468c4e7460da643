package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.Environment;
import org.thaw.api.learner.Learner;
import org.thaw.api.learner.Student;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.Role;

/** Whether the phases of a plan, one after another, name only what there is by then. */
final class PlanCheck {
    private final Protocol protocol;
    private final Planning planning;
    private final Map<String, Class<?>> roles = new HashMap<>();
    private final Map<String, String> forkedFrom = new HashMap<>();
    private final Set<String> recordings = new HashSet<>();

    PlanCheck(Protocol protocol, Planning planning) {
        this.protocol = protocol;
        this.planning = planning;
        for (Role role : protocol.roles()) {
            roles.put(role.name(), role.type());
        }
    }

    void on(Phase phase) {
        if (phase instanceof Phase.Learn learn) {
            learn(learn);
        } else if (phase instanceof Phase.Record record) {
            learn(record.learn());
            recordings.add(record.recording());
        } else if (phase instanceof Phase.Evaluate evaluate) {
            role(evaluate.role(), Learner.class, phase);
            meets(evaluate.role(), evaluate.experience(), evaluate.cue(), phase);
        } else if (phase instanceof Phase.Study study) {
            role(study.role(), Student.class, phase);
            recorded(study.recordings(), phase);
        } else if (phase instanceof Phase.Renew renew) {
            role(renew.role(), Learner.class, phase);
        } else if (phase instanceof Phase.Fork fork) {
            role(fork.role(), Learner.class, phase);
            assertTrue(!roles.containsKey(fork.as()), () -> phase + ": there is a role " + fork.as() + " already");
            roles.put(fork.as(), roles.get(fork.role()));
            forkedFrom.put(fork.as(), original(fork.role()));
        } else if (phase instanceof Phase.Leave leave) {
            role(leave.role(), Learner.class, phase);
            roles.remove(leave.role());
            forkedFrom.remove(leave.role());
        } else if (phase instanceof Phase.Freeze freeze) {
            role(freeze.role(), Learner.class, phase);
        } else if (phase instanceof Phase.Swap swap) {
            role(swap.role(), Learner.class, phase);
        }
    }

    private void learn(Phase.Learn learn) {
        role(learn.role(), Learner.class, learn);
        meets(learn.role(), learn.experience(), learn.cue(), learn);
    }

    private String original(String role) {
        return forkedFrom.getOrDefault(role, role);
    }

    private void role(String name, Class<?> type, Phase phase) {
        Class<?> known = roles.get(name);
        assertTrue(known != null && type.isAssignableFrom(known), () -> phase + ": " + name + " is no role for a " + type.getSimpleName() + "; there are " + roles.keySet());
    }

    private void meets(String learner, Experience experience, Cue cue, Phase phase) {
        role(experience.environment(), Environment.class, phase);
        assertTrue(experience.task() >= 0, () -> phase + ": task " + experience.task());
        Signature signature = protocol.signature(original(learner), planning);
        if (signature.output() instanceof Space.Categorical classes && cue.tellsClasses()) {
            assertTrue(cue.classAt(cue.classCount() - 1) < classes.count(), () -> phase + ": its cue tells a class that the signature's " + classes.count() + " do not hold");
        }
        if (experience instanceof Experience.Examples examples) {
            examples.portions().forEach(portion -> portion(portion, examples, signature, phase));
        }
        if (experience instanceof Experience.Following following) {
            recorded(List.of(following.recording()), phase);
        }
    }

    private void portion(Portion portion, Experience.Examples examples, Signature answers, Phase phase) {
        assertTrue(portion.task() >= 0 && portion.task() < planning.tasks(examples.environment()), () -> phase + ": the environment has no task " + portion.task());
        if (planning.signature(examples.environment()).output() instanceof Space.Categorical classes) {
            assertTrue(portion.classes().stream().allMatch(c -> c >= 0 && c < classes.count()), () -> phase + ": the environment has no such classes");
        }
        if (answers.output() instanceof Space.Categorical classes) {
            assertTrue(portion.labels().stream().allMatch(c -> c >= 0 && c < classes.count()), () -> phase + ": labels that the learner's signature does not hold");
        }
    }

    private void recorded(List<String> names, Phase phase) {
        assertTrue(recordings.containsAll(names), () -> phase + ": of the recordings " + names + " only " + recordings + " were made before");
    }
}
