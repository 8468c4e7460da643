package org.thaw.deployer.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.StateId;
import org.thaw.deployer.Offer;
import org.thaw.deployer.Problem;

/** Reads the capabilities that {@link Plugin} left in a manifest. No class of the bundle is loaded. */
final class Announcement {
    private static final String WORDS = "[a-z0-9]+(-[a-z0-9]+)*";
    /** Matching takes a piece of the stack for each word, and markers are to be read. */
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TEXT = 4_000;
    /** A slash sets a variant apart: {@code average-accuracy/diaz}. */
    private static final Pattern ID = Pattern.compile(WORDS + "(/" + WORDS + ")?");

    private Announcement() {
    }

    static List<Offer> read(BundleRevision revision) throws RefusedException {
        List<BundleCapability> capabilities = revision.getDeclaredCapabilities(Plugin.NAMESPACE);
        if (capabilities.isEmpty()) {
            throw new RefusedException(Problem.Type.NO_PLUGIN, "it announces no plugin: its manifest has no capability " + Plugin.NAMESPACE
                    + "; annotate a factory class with @Plugin and build with bnd-maven-plugin.");
        }
        List<Offer> offers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (BundleCapability capability : capabilities) {
            Offer offer = offer(capability.getAttributes());
            if (!names.add(offer.kind() + " " + offer.id())) {
                throw malformed("it announces the " + name(offer) + " twice; ids must differ within a kind.");
            }
            offers.add(offer);
        }
        return offers;
    }

    /** The words for people: {@code learner ewc}. */
    static String name(Offer offer) {
        return offer.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + offer.id();
    }

    private static Offer offer(Map<String, Object> attributes) throws RefusedException {
        String factory = text(attributes, "class", "");
        if (factory.isBlank()) {
            throw malformed("a capability " + Plugin.NAMESPACE + " names no class; it needs class, kind and id, as the annotation @Plugin writes them.");
        }
        String id = text(attributes, "id", "");
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw malformed(factory + " announces the id \"" + id + "\"; an id is lower-case words and digits joined by hyphens, at most " + LONGEST_ID
                    + " letters in all, like experience-replay.");
        }
        Plugin.Kind kind = constant(Plugin.Kind.class, text(attributes, "kind", ""), factory + " announces the unknown kind ");
        Privilege privilege = constant(Privilege.class, text(attributes, "privilege", Privilege.CURRENT_DATA.name()),
                factory + " asks for the unknown privilege ");
        String state = text(attributes, "state", "");
        try {
            List<StateId> accepts = new ArrayList<>();
            for (String each : list(attributes.get("accepts"))) {
                accepts.add(StateId.parse(bounded("a state id in accepts", each, LONGEST_ID)));
            }
            return new Offer(kind, id, text(attributes, "summary", ""), text(attributes, "source", ""),
                    StateId.parse(state.isBlank() ? id.replace('/', '-') : bounded("state", state, LONGEST_ID)), accepts, privilege, factory);
        } catch (IllegalArgumentException e) {
            throw malformed(factory + " announces a malformed " + e.getMessage() + ".");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String complaint) throws RefusedException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw malformed(complaint + "\"" + name + "\"; there are " + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()) + ".");
    }

    /** Felix 7.0.5 leaves the backslashes of the manifest before quotes. */
    private static String text(Map<String, Object> attributes, String name, String absent) throws RefusedException {
        Object value = attributes.get(name);
        return value == null ? absent : bounded(name, value.toString(), LONGEST_TEXT).replace("\\\"", "\"");
    }

    private static String bounded(String name, String text, int longest) throws RefusedException {
        if (text.length() > longest) {
            throw malformed("a capability " + Plugin.NAMESPACE + " gives " + text.length() + " letters for " + name + "; at most " + longest + " are allowed.");
        }
        return text;
    }

    /** A hand-written manifest may give one string, with or without commas, where the annotation gives a list. */
    private static List<String> list(Object value) {
        if (value == null) {
            return List.of();
        }
        List<?> elements = value instanceof Collection<?> collection ? List.copyOf(collection) : List.of(value.toString().split(","));
        return elements.stream().map(element -> element.toString().strip()).filter(element -> !element.isEmpty()).toList();
    }

    private static RefusedException malformed(String sentence) {
        return new RefusedException(Problem.Type.MALFORMED, sentence);
    }
}
