package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunManifest;

/**
 * A learner that was replaced while its run went on.
 *
 * @param learner the name of whom it happened to, as the experiment calls it
 * @param carried whether the new one took over what the old one had learned; else it started fresh
 * @param twin    whether a copy of the old one went on learning beside it
 * @param steps   {@code swap-recovery/steps}; NaN where undefined or not computed
 * @param gain    {@code swap-recovery/gain}; NaN where undefined or not computed
 */
public record Swap(String run, String environment, String learner, long seed, String role, long step, Version from, Version to, boolean carried, boolean twin,
                   double steps, double gain) {
    /** A plugin and the exact jar that offers it. */
    public record Version(String plugin, String version, String sha256) {
        private static final Pattern TEXT = Pattern.compile("([^@]+)@(\\S+)(?: (\\S+))?");
        private static final int SHORT = 8;

        /** Reads {@code id@version sha256}; what looks otherwise is taken for an id. */
        public static Version of(String text) {
            Matcher parts = TEXT.matcher(text);
            return parts.matches() ? new Version(parts.group(1), parts.group(2), parts.group(3) == null ? "" : parts.group(3)) : new Version(text, "", "");
        }

        /** {@code ewc 0.1.0}. */
        public String name() {
            return version.isEmpty() ? plugin : plugin + " " + version;
        }

        /** {@code ewc 0.1.0 (1a2b3c4d)}. */
        public String exact() {
            return sha256.isEmpty() ? name() : name() + " (" + sha256.substring(0, Math.min(SHORT, sha256.length())) + ")";
        }
    }

    /** Those of a run, in order. The events tell of them: what the manifest lists beyond is undone when a run is resumed from before it. */
    static List<Swap> of(String run, RunManifest manifest, RunFindings findings, List<Event> events) {
        List<Swap> swaps = new ArrayList<>();
        Map<String, Event.Forked> copies = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        events.stream().filter(Event.Swapped.class::isInstance).forEach(event -> counts.merge(event.role(), 1L, Long::sum));
        for (Event event : events) {
            if (event instanceof Event.Forked copy && copy.as().startsWith(copy.role() + "/" + Arm.UNSWAPPED)) {
                copies.put(copy.role(), copy);
            } else if (event instanceof Event.Swapped swapped) {
                Event.Forked copy = copies.remove(swapped.role());
                swaps.add(of(run, manifest, findings, swapped, copy != null && copy.step() == swapped.step(), counts.get(swapped.role()) == 1));
            }
        }
        return swaps;
    }

    private static Swap of(String run, RunManifest manifest, RunFindings findings, Event.Swapped event, boolean twin, boolean only) {
        String root = Roles.root(event.role());
        String learner = manifest.players().containsKey(root) ? manifest.players().get(root).name() : root;
        return new Swap(run, manifest.environment(), learner, manifest.seed(), event.role(), event.step(), Version.of(event.from()), Version.of(event.to()),
                event.carried(), twin, found(findings, event, "steps", only), found(findings, event, "gain", only));
    }

    private static double found(RunFindings findings, Event.Swapped event, String number, boolean only) {
        String metric = "swap-recovery/" + number;
        return findings.scalar(event.role(), metric + "@" + event.step()).orElse(only ? findings.scalar(event.role(), metric).orElse(Double.NaN) : Double.NaN);
    }

    /** {@code swap → ewc 0.1.0}; with the hash where nothing else tells the two apart. */
    public String label() {
        return "swap → " + (from.name().equals(to.name()) ? to.exact() : to.name());
    }

    /** {@code finetune 0.1.0 (1a2b3c4d) → ewc 0.1.0 (5e6f7a8b), carried over}. */
    public String text() {
        return from.exact() + " → " + to.exact() + ", " + start();
    }

    /** {@code carried over} or {@code started fresh}. */
    public String start() {
        return carried ? "carried over" : "started fresh";
    }

    /** Whether another run had the same swap. */
    boolean alike(Swap other) {
        return step == other.step && carried == other.carried && role.equals(other.role) && from.equals(other.from) && to.equals(other.to);
    }
}
