package org.thaw.deployer.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Problem;

/**
 * The files beside the jars that say how these fare: {@code x.jar.ok} or {@code x.jar.failed}, one line. A marker speaks of the bytes that
 * lie there: while new ones are looked at, there is none.
 */
final class Markers {
    static final String OK = ".ok";
    static final String FAILED = ".failed";
    private static final System.Logger LOG = System.getLogger(Markers.class.getName());

    private final Path folder;
    private Map<String, Verdict> written = new HashMap<>();
    private boolean swept;
    private boolean complained;

    /** @param suffix one of the two, or empty while nothing is known */
    private record Verdict(String suffix, String line) {
    }

    Markers(Path folder) {
        this.folder = folder;
    }

    /** Makes the markers say what the entries say; those of files that are gone, go. */
    void write(Map<String, Entry> entries) {
        try {
            sweep(entries);
        } catch (IOException e) {
            complain("Old markers cannot be taken out of " + folder, e);
        }
        entries.forEach((file, entry) -> {
            Verdict verdict = verdict(entry);
            if (!verdict.equals(written.get(file)) && marked(file, verdict)) {
                written.put(file, verdict);
            }
        });
        for (String gone : written.keySet().stream().filter(file -> !entries.containsKey(file)).collect(Collectors.toSet())) {
            if (marked(gone, new Verdict("", ""))) {
                written.remove(gone);
            }
        }
    }

    /** One that cannot be written, for a name as long as names may be or a full disk, is tried again later and keeps back no other. */
    private boolean marked(String file, Verdict verdict) {
        try {
            mark(file, verdict);
            return true;
        } catch (IOException | InvalidPathException e) {
            complain("The marker of " + file + " cannot be written into the plugins folder " + folder, e);
            return false;
        }
    }

    private void complain(String what, Exception e) {
        if (!complained) {
            complained = true;
            LOG.log(Level.INFO, "{0} ({1}).", what, e);
        }
    }

    private static Verdict verdict(Entry entry) {
        if (entry.pending()) {
            return new Verdict("", "");
        }
        if (entry.failure().isPresent()) {
            return new Verdict(FAILED, entry.failure().flatMap(Deployment::problem).map(Problem::sentence).orElse(""));
        }
        return entry.serving().map(unit -> new Verdict(OK, Sentences.serving(unit.deployment()))).orElse(new Verdict("", ""));
    }

    private void mark(String file, Verdict verdict) throws IOException {
        for (String suffix : new String[] {OK, FAILED}) {
            if (!suffix.equals(verdict.suffix())) {
                Files.deleteIfExists(folder.resolve(file + suffix));
            }
        }
        if (!verdict.suffix().isEmpty()) {
            Path draft = folder.resolve("." + file + verdict.suffix() + ".tmp");
            try {
                Files.writeString(draft, verdict.line() + "\n", StandardCharsets.UTF_8);
                Files.move(draft, folder.resolve(file + verdict.suffix()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    /** Once: markers of jars that went while no host ran. */
    private void sweep(Map<String, Entry> entries) throws IOException {
        if (swept) {
            return;
        }
        try (DirectoryStream<Path> markers = Files.newDirectoryStream(folder, "*.jar{" + OK + "," + FAILED + "}")) {
            for (Path marker : markers) {
                String name = marker.getFileName().toString();
                Optional<String> file = Optional.of(name.substring(0, name.lastIndexOf('.')));
                if (file.filter(entries::containsKey).isEmpty()) {
                    Files.deleteIfExists(marker);
                }
            }
        }
        swept = true;
    }
}
