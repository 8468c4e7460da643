package org.thaw.report.internal.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thaw.report.internal.data.Arm;

/** Which frozen twins are too many to tell apart: of a learner that has more than a few, all but the first, the middle one and the last. */
final class Crowd {
    private static final int FEW = 5;

    // by identity: to compare arms is to compare all their events
    private final Set<Arm> members = Collections.newSetFromMap(new IdentityHashMap<>());

    Crowd(List<Arm> arms) {
        Map<List<String>, List<Arm>> byLearner = new LinkedHashMap<>();
        arms.stream().filter(Arm::frozen).forEach(arm -> byLearner.computeIfAbsent(List.of(arm.environment(), arm.original(), arm.root(), arm.suffix().replaceFirst("@.*", "")), key -> new ArrayList<>()).add(arm));
        for (List<Arm> twins : byLearner.values()) {
            for (int i = 1; twins.size() > FEW && i < twins.size() - 1; i++) {
                if (i != twins.size() / 2) {
                    members.add(twins.get(i));
                }
            }
        }
    }

    boolean has(Arm arm) {
        return members.contains(arm);
    }
}
