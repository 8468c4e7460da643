package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;

/** Reads the {@link Timeline} of every role of a run in one pass: there may be thousands of copies that lived a short while each. */
final class Timelines {
    private final Map<String, Original> originals = new HashMap<>();
    private final Map<String, Written> roles = new LinkedHashMap<>();

    private Timelines() {
    }

    static Map<String, Timeline> of(Run run) {
        Timelines all = new Timelines();
        run.events().forEach(all::on);
        Map<String, Timeline> timelines = new LinkedHashMap<>();
        all.roles.forEach((role, written) -> timelines.put(role, new Timeline(written.events, written.forkedAt)));
        return timelines;
    }

    private void on(Event event) {
        Written role = role(event.role());
        // originals go by the name before the slash, so that a twin is none
        Original original = originals.get(event.role());
        if (original != null) {
            original.on(event);
        }
        if (event instanceof Event.Forked fork) {
            role(fork.as()).on(event);
        }
        role.on(event);
    }

    private Written role(String role) {
        Written known = roles.get(role);
        if (known != null) {
            return known;
        }
        String root = Roles.root(role);
        Written written = new Written(role, root, originals.computeIfAbsent(root, name -> new Original()));
        roles.put(role, written);
        return written;
    }

    /** What the copies of a role have from it. */
    private static final class Original {
        private final Map<Integer, Long> began = new HashMap<>();
        private final List<Timeline.At> tested = new ArrayList<>();
        private long now;

        void on(Event event) {
            now = Math.max(now, event.step());
            if (event instanceof Event.TaskBegan begins) {
                began.put(begins.task(), begins.step());
            } else if (event instanceof Event.Evaluated) {
                if (!tested.isEmpty() && tested.get(0).time() < now) {
                    tested.clear();
                }
                tested.add(new Timeline.At(now, event));
            }
        }
    }

    /** The timeline of a role as far as it was read. */
    private static final class Written {
        private final List<Timeline.At> events = new ArrayList<>();
        private final String role;
        private final Original original;
        private final boolean learns;
        private long forkedAt = -1;
        private long ahead = -1;
        private long own;
        private boolean over;

        Written(String role, String root, Original original) {
            this.role = role;
            this.original = original;
            learns = role.startsWith(root + "/" + Arm.UNSWAPPED);
        }

        void on(Event event) {
            over |= ends(event);
            if (over) {
                return;
            }
            boolean mine = event.role().equals(role);
            own = mine ? Math.max(own, event.step()) : own;
            long now = Math.max(own, original.now);
            if (event instanceof Event.TaskBegan begins && mine && ahead < 0 && Arm.fresh(role)) {
                ahead = Math.max(0, original.began.getOrDefault(begins.task(), now) - begins.step());
            }
            if (mine) {
                events.add(new Timeline.At(learns ? event.step() : ahead >= 0 ? event.step() + ahead : now, event));
            } else {
                forkedAt = now;
                events.addAll(Arm.imitator(role) ? List.of() : original.tested);
            }
        }

        /** Whether somebody else bears the role's name from here on. */
        private boolean ends(Event event) {
            return event instanceof Event.Forked fork ? forkedAt >= 0 && fork.as().equals(role)
                    : event instanceof Event.Renewed renewed && renewed.role().equals(role) && renewed.knowledge() && renewed.step() > 0;
        }
    }
}
