package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunManifest;

/** Sorts runs into what is compared. */
final class Arms {
    private static final String LEARNER = "learner";

    private Arms() {
    }

    /** The runs come in the order of the experiment; finished ones count. */
    static List<Arm> of(List<Run> runs) {
        Map<List<String>, List<Run>> groups = new LinkedHashMap<>();
        for (Run run : runs) {
            if (run.done()) {
                groups.computeIfAbsent(List.of(run.manifest().environment(), run.manifest().learner()), key -> new ArrayList<>()).add(run);
            }
        }
        List<Arm> arms = new ArrayList<>();
        for (Map.Entry<List<String>, List<Run>> group : groups.entrySet()) {
            Map<String, String> originals = originals(group.getValue().get(0));
            List<Map<String, Timeline>> timelines = group.getValue().stream().map(Timelines::of).toList();
            for (String role : roles(group.getValue())) {
                arms.add(arm(group.getKey().get(0), role, group.getValue(), timelines, originals, groups.values()));
            }
        }
        return List.copyOf(arms);
    }

    /** Several roles may be played by plugins of one name, as a copy and what it was made of are, and roles beside several learners. */
    private static String name(String role, String origin, RunManifest manifest, Collection<List<Run>> all) {
        RunManifest.Player player = manifest.players().get(origin);
        if (player == null) {
            return role;
        }
        if (role.equals(LEARNER)) {
            return player.name();
        }
        boolean shared = !role.equals(origin) || manifest.players().entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(role) && !other.getKey().contains("/") && other.getValue().name().equals(player.name()));
        boolean besides = manifest.players().containsKey(LEARNER) && all.stream().map(runs -> runs.get(0).manifest())
                .anyMatch(other -> other.environment().equals(manifest.environment()) && !other.learner().equals(manifest.learner()) && other.players().containsKey(origin));
        return (shared ? role : player.name()) + (besides ? " of " + manifest.learner() : "");
    }

    /** Of which of the experiment's roles one is a copy, or a copy of a copy; itself if of none. */
    private static String origin(String role, Map<String, String> originals) {
        String origin = role;
        for (int i = 0; i < originals.size() && originals.containsKey(origin); i++) {
            origin = originals.get(origin);
        }
        return origin;
    }

    /** Who was copied as whom, but for those whom the manifest knows. */
    private static Map<String, String> originals(Run run) {
        Map<String, String> originals = new HashMap<>();
        run.events().stream().filter(Event.Forked.class::isInstance).map(Event.Forked.class::cast).filter(copy -> !run.manifest().players().containsKey(copy.as()))
                .forEach(copy -> originals.put(copy.as(), copy.role()));
        return originals;
    }

    private static Arm arm(String environment, String role, List<Run> runs, List<Map<String, Timeline>> timelines, Map<String, String> originals, Collection<List<Run>> all) {
        String root = Roles.root(role);
        String origin = origin(root, originals);
        RunManifest.Player player = runs.get(0).manifest().players().get(origin);
        String original = name(root, origin, runs.get(0).manifest(), all);
        String privilege = player == null || player.privilege() == null ? "" : player.privilege();
        return new Arm(environment, original + role.substring(root.length()), original, role, privilege, List.copyOf(runs),
                timelines.stream().map(known -> known.getOrDefault(role, Timeline.NONE)).toList());
    }

    /** A role, its twins in the order of their numbers, the next role. */
    private static List<String> roles(List<Run> runs) {
        Set<String> roles = new LinkedHashSet<>();
        for (Run run : runs) {
            Stream.concat(run.events().stream().map(Event::role), run.findings().scalars().stream().map(RunFindings.Scalar::role)).forEach(roles::add);
        }
        List<String> roots = roles.stream().map(Roles::root).distinct().toList();
        return roles.stream().sorted(Comparator.<String>comparingInt(role -> roots.indexOf(Roles.root(role)))
                .thenComparing(role -> role.replaceFirst("@.*", "")).thenComparingLong(Arms::number).thenComparing(role -> role)).toList();
    }

    private static long number(String role) {
        String digits = role.replaceFirst("^[^@]*@?", "");
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}
