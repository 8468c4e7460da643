package org.thaw.deployer.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Offer;
import org.thaw.deployer.Origin;
import org.thaw.deployer.Problem;

/** Answers why something is not available, in one sentence. */
final class Sentences {
    private final Path folder;

    Sentences(Path folder) {
        this.folder = folder;
    }

    /** {@code replay.jar serves learner experience-replay in version 1.0.0 (SHA-256 …, written 2026-01-01T12:00:00Z by alice).} */
    static String serving(Deployment deployment) {
        return deployment.file() + " serves " + deployment.offers().stream().map(Announcement::name).collect(Collectors.joining(", ")) + " in version "
                + deployment.version() + " " + bytes(deployment)
                + deployment.origin().map(Origin::replaced).filter(hash -> !hash.isEmpty()).map(hash -> ", in place of the bytes with the SHA-256 " + hash).orElse("") + ".";
    }

    /** What tells whose bytes they are: {@code (SHA-256 …, written 2026-01-01T12:00:00Z by alice)}. */
    static String bytes(Deployment deployment) {
        return "(SHA-256 " + deployment.sha256() + deployment.origin().map(origin -> ", " + origin).orElse("") + ")";
    }

    String why(String name, List<Deployment> deployments) {
        return file(name, deployments).or(() -> id(name, deployments)).or(() -> file(name + ".jar", deployments)).or(() -> otherFile(name))
                .orElseGet(() -> unknown(name, deployments));
    }

    private static Optional<String> file(String name, List<Deployment> deployments) {
        List<Deployment> found = deployments.stream().filter(known -> known.file().equals(name)).toList();
        return found.stream().max(Comparator.comparingInt(Sentences::weight)).map(known -> switch (known.state()) {
            case SERVING -> serving(known);
            case FAILED -> sentence(known);
            case PENDING -> known.file() + " was seen, but may not be completely written yet; it is taken in once it has stopped changing.";
            case REPLACED, REMOVED, RECALLED -> leased(known, known.file(), "it");
        });
    }

    /** Of several jars behind one file name, what is said of the newest bytes answers best. */
    private static int weight(Deployment deployment) {
        return switch (deployment.state()) {
            case REMOVED, REPLACED, RECALLED -> 0;
            case SERVING -> 1;
            case FAILED -> 2;
            case PENDING -> 3;
        };
    }

    private static Optional<String> id(String name, List<Deployment> deployments) {
        int at = name.indexOf('@');
        String id = at < 0 ? name : name.substring(0, at);
        String version = at < 0 ? "" : name.substring(at + 1);
        List<Deployment> offering = deployments.stream().filter(known -> known.offers().stream().anyMatch(offer -> offer.id().equals(id))).toList();
        List<Deployment> matching = offering.stream().filter(known -> version.isEmpty() || known.version().equals(version)).toList();
        List<Deployment> serving = matching.stream().filter(known -> known.state() == State.SERVING).toList();
        if (!serving.isEmpty()) {
            String refused = matching.stream().filter(known -> known.state() == State.FAILED).map(known -> "; but " + sentence(known).replaceAll("\\.$", ""))
                    .collect(Collectors.joining());
            return Optional.of(serving.stream().map(known -> available(known, id)).collect(Collectors.joining(", and ")) + refused + ".");
        }
        if (matching.isEmpty() && !offering.isEmpty()) {
            return Optional.of(id + " is not available in version " + version + "; there is "
                    + offering.stream().map(known -> known.version() + " in " + known.file()).collect(Collectors.joining(", ")) + ".");
        }
        return matching.stream().max(Comparator.comparingInt(Sentences::weight)).map(known -> known.state() == State.FAILED
                ? name + " is not available: " + sentence(known) : leased(known, name, known.file()));
    }

    private static String available(Deployment deployment, String id) {
        String kinds = deployment.offers().stream().filter(offer -> offer.id().equals(id)).map(Offer::kind)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
        return id + " is available: " + kinds + " " + id + " " + deployment.version() + " from " + deployment.file();
    }

    private static String leased(Deployment deployment, String name, String file) {
        String what = switch (deployment.state()) {
            case REMOVED -> " was removed from the plugins folder";
            case RECALLED -> " does not serve from the plugins folder, but was recalled from the store";
            default -> " was replaced by newer bytes";
        };
        return name + " is not available to new runs: " + file + what + "; " + deployment.leases() + (deployment.leases() == 1 ? " lease holds" : " leases hold")
                + " version " + deployment.version() + ".";
    }

    private static String sentence(Deployment deployment) {
        return deployment.problem().map(Problem::sentence).orElse("");
    }

    private Optional<String> otherFile(String name) {
        if (name.isEmpty() || name.contains("/") || Scanner.isPluginFile(name) || !Files.exists(folder.resolve(name))) {
            return Optional.empty();
        }
        return Optional.of(name + " is not looked at: plugins are files whose names end in .jar and do not begin with a dot.");
    }

    private String unknown(String name, List<Deployment> deployments) {
        TreeSet<String> names = new TreeSet<>();
        for (Deployment deployment : deployments) {
            names.add(deployment.file());
            deployment.offers().forEach(offer -> names.add(offer.id()));
        }
        String start = "No plugin and no file in " + folder + " is called " + name + "; ";
        return Names.nearest(name, names).map(nearest -> start + "the nearest name is " + nearest + ".").orElse(start + "that folder holds no jar.");
    }
}
