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
        if (!ID.matcher(id).matches()) {
            throw malformed(factory + " announces the id \"" + id + "\"; an id is lower-case words and digits joined by hyphens, like experience-replay.");
        }
        Plugin.Kind kind = constant(Plugin.Kind.class, text(attributes, "kind", ""), factory + " announces the unknown kind ");
        Privilege privilege = constant(Privilege.class, text(attributes, "privilege", Privilege.CURRENT_DATA.name()),
                factory + " asks for the unknown privilege ");
        String state = text(attributes, "state", "");
        try {
            List<StateId> accepts = list(attributes.get("accepts")).stream().map(StateId::parse).toList();
            return new Offer(kind, id, text(attributes, "summary", ""), text(attributes, "source", ""),
                    StateId.parse(state.isBlank() ? id.replace('/', '-') : state), accepts, privilege, factory);
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
    private static String text(Map<String, Object> attributes, String name, String absent) {
        Object value = attributes.get(name);
        return value == null ? absent : value.toString().replace("\\\"", "\"");
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
