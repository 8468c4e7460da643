package org.thaw.deployer.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.thaw.deployer.Problem;

/** Says which requirement keeps a bundle from resolving. */
final class Unresolved {
    private static final Pattern FLOOR = Pattern.compile("\\(version>=([^)]*)\\)");
    private static final Pattern CEILING = Pattern.compile("\\(!\\s*\\(version>=([^)]*)\\)\\)");
    private static final Pattern LAST = Pattern.compile("\\(version<=([^)]*)\\)");

    private final FrameworkWiring framework;

    Unresolved(FrameworkWiring framework) {
        this.framework = framework;
    }

    RefusedException explain(BundleRevision revision) {
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            boolean optional = Constants.RESOLUTION_OPTIONAL.equals(requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
            boolean effective = Namespace.EFFECTIVE_RESOLVE.equals(
                    requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE));
            if (!optional && effective && framework.findProviders(requirement).isEmpty()) {
                return refused(missing(requirement));
            }
        }
        return refused("what it imports is there, but not together: two of its imports lead to different copies of one package; "
                + "build it against one version of the platform.");
    }

    private String missing(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> missing(requirement.getNamespace(), filter, "imports the package", "exports");
            case BundleNamespace.BUNDLE_NAMESPACE -> missing(requirement.getNamespace(), filter, "requires the bundle", "is");
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> "it needs Java " + find(FLOOR, filter).or(() -> find(
                    Pattern.compile("\\(version=([^)]*)\\)"), filter)).orElse(filter) + ", and this is Java " + Runtime.version().feature()
                    + "; start the host with a newer one, or build the plugin for this one.";
            default -> "it requires the capability " + requirement.getNamespace() + " " + Header.shortened(filter) + ", and nothing here provides it.";
        };
    }

    private String missing(String namespace, String filter, String wants, String has) {
        String name = find(Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]*)\\)"), filter).orElse(filter);
        TreeSet<String> others = new TreeSet<>();
        String attribute = namespace.equals(PackageNamespace.PACKAGE_NAMESPACE) ? "version" : "bundle-version";
        for (BundleCapability capability : framework.findProviders(new Named(namespace, name))) {
            others.add(String.valueOf(capability.getAttributes().get(attribute)));
        }
        String found = others.isEmpty()
                ? "nothing here " + has + " it; install the bundle that does, or put those classes into the jar."
                : "here it has version " + String.join(" and ", others) + "; build the plugin against that.";
        return "it " + wants + " " + name + " in version " + range(filter.replace("bundle-version", "version")) + ", and " + found;
    }

    static String range(String filter) {
        Optional<String> floor = find(FLOOR, filter);
        Optional<String> ceiling = find(CEILING, filter);
        Optional<String> last = find(LAST, filter);
        if (ceiling.isEmpty() && last.isEmpty()) {
            return floor.map(from -> from + " or later").orElse("any");
        }
        return "[" + floor.orElse("0") + "," + ceiling.map(to -> to + ")").orElseGet(() -> last.orElse("") + "]");
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static RefusedException refused(String sentence) {
        return new RefusedException(Problem.Type.UNRESOLVED, sentence);
    }

    /** Asks for a name in any version. */
    private record Named(String namespace, String name) implements Requirement {
        @Override
        public String getNamespace() {
            return namespace;
        }

        @Override
        public Map<String, String> getDirectives() {
            return Map.of(Namespace.REQUIREMENT_FILTER_DIRECTIVE, String.format(Locale.ROOT, "(%s=%s)", namespace, name));
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Resource getResource() {
            throw new UnsupportedOperationException("a question of the deployer belongs to no bundle");
        }
    }
}
