package org.thaw.protocols.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.protocol.Phase;

/**
 * A student in one life of a held-out lifetime. A frozen one only loses its context. An unfrozen one would carry what it learns from lifetime to lifetime,
 * so a copy of it lives, named after the lifetime, and is let go afterwards.
 *
 * @param role who lives
 */
record Enrolment(Pupil pupil, long lifetime, String role) {
    /** @param part what sets several lives in one lifetime apart; empty if there is one */
    static Enrolment of(Pupil pupil, long lifetime, String part) {
        return new Enrolment(pupil, lifetime, pupil.unfrozen() ? pupil.role() + "@" + lifetime + part : pupil.role());
    }

    /** It arrives with an empty context, does these, and leaves. */
    List<Phase> live(Phase... phases) {
        List<Phase> all = new ArrayList<>();
        if (pupil.unfrozen()) {
            all.add(new Phase.Fork("a copy for this lifetime", pupil.role(), role));
        }
        all.add(new Phase.Renew("wipe the context", role, lifetime, false));
        all.addAll(List.of(phases));
        if (pupil.unfrozen()) {
            all.add(Schooling.release(role));
        }
        return all;
    }
}
