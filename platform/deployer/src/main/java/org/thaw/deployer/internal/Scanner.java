package org.thaw.deployer.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the folder. A jar counts as completely written when size and hash were equal in two looks at least one poll apart, when it was
 * not written for two seconds before the first look of all, or when the store has the very same bytes.
 */
final class Scanner {
    /** Longer than the resolution of any file system's clock: bytes hashed this long after the last write cannot change unnoticed. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Path folder;
    private final Store store;
    private final HashIndex index;
    private Map<String, Memory> memories = new HashMap<>();
    private boolean first = true;

    /** @param since when this hash was first seen, on the monotonic clock; @param trusted whether an equal stamp means equal bytes */
    private record Memory(Stamp stamp, Sha256.Sum sum, long since, boolean stable, boolean trusted) {
    }

    Scanner(Path folder, Store store, HashIndex index) {
        this.folder = folder;
        this.store = store;
        this.index = index;
    }

    /** All jars now, the longest unchanged first: of two that offer the same, the one that was there first wins, also after a restart. */
    List<Sighting> look(Duration poll) throws IOException {
        Map<String, Memory> now = new HashMap<>();
        List<Sighting> sightings = new ArrayList<>();
        for (Path path : jars()) {
            String file = path.getFileName().toString();
            Stamp stamp = null;
            try {
                if (!nameable(file, path)) {
                    sightings.add(unreadable(file, path, FileTime.fromMillis(0), "its name is no text in the character set of this host; rename it."));
                    continue;
                }
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                if (!attributes.isRegularFile()) {
                    sightings.add(unreadable(file, path, attributes.lastModifiedTime(), attributes.isDirectory()
                            ? "it is a folder; a plugin is one file, a jar." : "it is not a file with bytes of its own; copy the jar itself."));
                    continue;   // a pipe is not even to be opened: that would wait for its writer
                }
                stamp = Stamp.of(path, attributes);
                Memory memory = remember(path, file, stamp, memories.get(file), poll);
                now.put(file, memory);
                sightings.add(new Sighting(file, path, stamp.modified(), memory.sum().size(), memory.sum().hash(), memory.stable(), ""));
            } catch (NoSuchFileException e) {
                if (Files.isSymbolicLink(path)) {   // else it went away between the listing and the reading
                    sightings.add(unreadable(file, path, FileTime.fromMillis(0), "it is a link to a place where nothing is; make the link anew, or copy the jar itself."));
                }
            } catch (IOException e) {
                sightings.add(unreadable(file, path, stamp == null ? FileTime.fromMillis(0) : stamp.modified(),
                        "it cannot be read (" + e.getClass().getSimpleName() + "); the host's user needs the right to read it."));
            }
        }
        index.keep(known(now));
        memories = now;
        first = false;
        sightings.sort(Comparator.comparing(Sighting::modified).thenComparing(Sighting::file));
        return sightings;
    }

    private boolean nameable(String file, Path path) {
        try {
            return folder.resolve(file).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Sighting unreadable(String file, Path path, FileTime modified, String trouble) {
        return new Sighting(file, path, modified, 0, "", true, trouble);
    }

    private Memory remember(Path path, String file, Stamp stamp, Memory before, Duration poll) throws IOException {
        if (before != null && before.trusted() && before.stamp().equals(stamp)) {
            return before;
        }
        Optional<Sha256.Sum> known = first ? index.find(file, stamp).filter(store::has) : Optional.empty();
        if (known.isPresent()) {
            return new Memory(stamp, known.get(), System.nanoTime(), true, true);
        }
        long clock = System.currentTimeMillis();
        Sha256.Sum sum = Sha256.of(path);
        long now = System.nanoTime();
        boolean untouched = stamp.untouchedFor(QUIET, clock);
        if (before != null && before.sum().equals(sum)) {
            Duration held = Duration.ofNanos(now - before.since());
            boolean stable = before.stable() || held.compareTo(poll) >= 0 || store.has(sum);
            boolean trusted = stable && before.stamp().equals(stamp) && (untouched || held.compareTo(QUIET) >= 0);
            return new Memory(stamp, sum, before.since(), stable, trusted);
        }
        boolean stable = first && stamp.unmodifiedFor(QUIET, clock) || store.has(sum);
        return new Memory(stamp, sum, now, stable, stable && untouched);
    }

    private static Map<HashIndex.Stamped, Sha256.Sum> known(Map<String, Memory> memories) {
        Map<HashIndex.Stamped, Sha256.Sum> known = new HashMap<>();
        memories.forEach((file, memory) -> {
            if (memory.trusted()) {
                known.put(new HashIndex.Stamped(file, memory.stamp()), memory.sum());
            }
        });
        return known;
    }

    private List<Path> jars() throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, path -> isPluginFile(path.getFileName().toString()))) {
            stream.forEach(paths::add);
        } catch (NoSuchFileException e) {
            return List.of();   // a folder that does not exist holds nothing
        } catch (NotDirectoryException e) {
            throw new IOException(folder + " is not a folder", e);
        }
        return paths;
    }

    static boolean isPluginFile(String name) {
        return name.endsWith(".jar") && !name.startsWith(".");
    }
}
