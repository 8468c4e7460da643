package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.thaw.api.Signature;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.checkpoint.RunState.Extent;
import org.thaw.runtime.internal.checkpoint.RunState.OfRecording;
import org.thaw.runtime.internal.checkpoint.RunState.OfStream;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.internal.recording.Recorder;
import org.thaw.runtime.internal.recording.Recording;

/** The recorded lives of a run: those that its plan names, and what each unfrozen student has met, or a learner that is imitated. */
final class Recordings implements AutoCloseable {
    /** A plan may name thousands; a process may not open as many, and each keeps some of what was read. */
    private static final int MOST_WRITTEN = 4;

    private final Path folder;
    private final Runnable mayWrite;
    /** The latest used last. */
    private final Map<String, LivesFile> named = new LinkedHashMap<>();
    private final Map<String, OwnStream> streams = new TreeMap<>();
    private final List<OfStream> over = new ArrayList<>();

    /**
     * @param folder   that of the run
     * @param mayWrite throws if nothing may be written any more: the run was given up, and another may have its folder by now
     */
    Recordings(Path folder, Runnable mayWrite) {
        this.folder = folder;
        this.mayWrite = mayWrite;
    }

    /** To add a life to the recording of this name. */
    Recorder recorder(String name, Player player) {
        LivesFile known = named.get(name);
        LivesFile file = known == null ? begin(RunFolder.recording(name)) : known;
        if (known != null) {
            check(name, file.view(), player);
        }
        named.remove(name);
        named.put(name, file); // at the end, and closed with the others whatever fails from here on
        List<LivesFile> others = named.values().stream().filter(each -> each != file && each.isWritten()).toList();
        others.stream().limit(Math.max(0, others.size() - MOST_WRITTEN + 1L)).forEach(LivesFile::close);
        return file.recorder(player.signature());
    }

    private LivesFile begin(String name) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new RunFolderException(file.getParent(), e);
        }
        return new LivesFile(file, Extent.none(), mayWrite);
    }

    /**
     * A recording for a player to study or follow, valid until {@link #leave}.
     *
     * @throws IllegalArgumentException if there is none of that name, or it holds lives of another kind
     */
    Recording open(String name, Player player) {
        LivesFile file = named.get(name);
        if (file == null) {
            throw new IllegalArgumentException("the plan wants the recording \"" + name + "\" for the role \"" + player.role() + "\", but "
                    + (named.isEmpty() ? "nothing has been recorded yet" : "those made so far are " + new TreeMap<>(named).keySet()));
        }
        Recording recording = file.view();
        check(name, recording, player);
        return recording;
    }

    /** What was opened to be read is read. */
    void leave() {
        Closing.all(named.values().stream().filter(file -> file.isOpen() && !file.isWritten()).<Runnable>map(file -> file::close).toList());
    }

    private static void check(String name, Recording recording, Player player) {
        Signature found = recording.signature();
        Signature wanted = player.signature();
        if (!found.input().equals(wanted.input()) || !found.output().equals(wanted.output())) {
            throw new IllegalArgumentException("the recording \"" + name + "\" has observations of " + found.input() + " and actions of " + found.output()
                    + ", but the role \"" + player.role() + "\" has " + wanted.input() + " and " + wanted.output() + "; a protocol gives both roles one signature");
        }
    }

    /** What a student, or one that is imitated, has met, to go on with. */
    OwnStream stream(Player player) {
        OwnStream stream = streams.get(player.role());
        if (stream == null) {
            int number = streamsOver(player.role());
            stream = new OwnStream(player, number, begin(RunFolder.stream(player.role(), number)), 0);
            streams.put(player.role(), stream);
        }
        return stream;
    }

    /** How many streams a role has left behind. */
    private int streamsOver(String role) {
        return (int) over.stream().filter(each -> each.role().equals(role)).count();
    }

    /** The context that a role had is gone, and so nothing follows upon what it has met so far. */
    void lifeEnds(String role) {
        OwnStream stream = streams.get(role);
        if (stream != null) {
            stream.endLife();
        }
    }

    /** What the role has met so far is not studied any more. */
    void forget(String role) {
        lifeEnds(role);
        OwnStream stream = streams.remove(role);
        if (stream != null) {
            stream.close();
            over.add(stream.save(true));
        }
    }

    /** A copy has met what its original has. */
    void copy(Player original, Player copy) {
        OwnStream from = streams.get(original.role());
        if (from == null || copy.isFrozen() || !copy.learner().isStudent()) {
            return;
        }
        Extent extent = from.save(false).file();
        int number = streamsOver(copy.role());
        LivesFile to = begin(RunFolder.stream(copy.role(), number));
        mayWrite.run();
        try {
            Files.copy(from.file(), to.path());
            try (RandomAccessFile access = new RandomAccessFile(to.path().toFile(), "rw")) {
                access.getFD().sync(); // a checkpoint counts on it, and need not write to it before
            }
        } catch (IOException e) {
            throw new RunFolderException(to.path(), e);
        }
        streams.put(copy.role(), new OwnStream(copy, number, new LivesFile(to.path(), extent, mayWrite), from.unstudied()));
    }

    /** Writes all of it down. */
    List<OfRecording> saveRecordings() {
        List<OfRecording> saved = new ArrayList<>();
        new TreeMap<>(named).forEach((name, file) -> saved.add(new OfRecording(name, file.flush())));
        return saved;
    }

    /** The same of what students have met. */
    List<OfStream> saveStreams() {
        List<OfStream> saved = new ArrayList<>(over);
        streams.values().forEach(stream -> saved.add(stream.save(false)));
        return saved;
    }

    /** Goes back to what was there when this was saved; whatever else the folder holds is removed. All players are there. */
    void restore(List<OfRecording> recordings, List<OfStream> met, Map<String, Player> players) {
        mayWrite.run();
        Set<Path> known = new HashSet<>();
        for (OfRecording each : recordings) {
            named.put(each.name(), cut(RunFolder.recording(each.name()), each.file(), known));
        }
        for (OfStream each : met) {
            LivesFile file = cut(RunFolder.stream(each.role(), each.number()), each.file(), known);
            if (each.over()) {
                over.add(each);
            } else {
                streams.put(each.role(), new OwnStream(players.get(each.role()), each.number(), file, each.unstudied()));
            }
        }
        Path all = folder.resolve(RunFolder.RECORDINGS);
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> files = Files.walk(all)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !known.contains(file)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new RunFolderException(all, e);
        }
    }

    private LivesFile cut(String name, Extent extent, Set<Path> known) {
        mayWrite.run();
        Path file = folder.resolve(name);
        if (extent.bytes() > 0) {
            known.add(file);
            Recorder.truncate(file, extent.bytes());
        }
        return new LivesFile(file, extent, mayWrite);
    }

    @Override
    public void close() {
        List<Runnable> closings = new ArrayList<>();
        named.values().forEach(file -> closings.add(file::close));
        streams.values().forEach(stream -> closings.add(stream::close));
        Closing.all(closings);
    }
}
