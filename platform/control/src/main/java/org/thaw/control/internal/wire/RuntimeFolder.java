package org.thaw.control.internal.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the control sockets of one user's hosts are: {@code <pid>.sock} in a folder that only this user can enter.
 *
 * @param candidates folders, the best first; other hosts of this user may know another environment, and use another of them
 */
public record RuntimeFolder(List<Path> candidates) {
    /** The shortest limit of a system that Thaw runs on, macOS; Linux has 107. */
    private static final int LONGEST = 103;
    private static final String SUFFIX = ".sock";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    public RuntimeFolder {
        candidates = List.copyOf(candidates);
    }

    /**
     * The usual ones.
     *
     * @param set         the one that the settings name; empty for none
     * @param runtimeDir  {@code $XDG_RUNTIME_DIR}, which the system makes for a user who is logged in
     * @param temporary   the folder for temporary files
     */
    public static RuntimeFolder of(String set, Optional<String> runtimeDir, Path temporary, String user) {
        Set<Path> folders = new LinkedHashSet<>();
        if (!set.isBlank()) {
            folders.add(Path.of(set).toAbsolutePath());
        } else {
            runtimeDir.filter(text -> text.startsWith("/")).map(Path::of).filter(Files::isDirectory).ifPresent(folder -> folders.add(folder.resolve("thaw")));
            folders.add(temporary.toAbsolutePath().resolve("thaw-" + user.replaceAll("[^A-Za-z0-9._-]", "_")));
        }
        return new RuntimeFolder(List.copyOf(folders));
    }

    /** Where a process that begins to listen puts its socket; the folder is there and safe. */
    public Path place(long pid) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path folder : candidates) {
            try {
                Path socket = checked(folder.resolve(pid + SUFFIX));
                Files.createDirectories(folder.getParent());
                make(folder);
                return socket;
            } catch (IOException e) {
                faults.add(e.getMessage());
            }
        }
        throw new IOException(String.join("; ", faults) + "; name another folder for sockets, short and your own, as \"folder\" in the settings org.thaw.control");
    }

    /** The sockets of all hosts, those that were left behind included. */
    public List<Path> sockets() {
        List<Path> sockets = new ArrayList<>();
        for (Path folder : candidates) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> pid(file).isPresent()).sorted().forEach(sockets::add);
                } catch (IOException e) {
                    System.getLogger(RuntimeFolder.class.getName()).log(System.Logger.Level.DEBUG, "cannot list " + folder, e);
                }
            }
        }
        return sockets;
    }

    /** The socket of one process, if it has one. */
    public Optional<Path> socket(long pid) {
        return candidates.stream().map(folder -> folder.resolve(pid + SUFFIX)).filter(Files::exists).findFirst();
    }

    /** Whose socket it is. */
    public static OptionalLong pid(Path socket) {
        String name = socket.getFileName().toString();
        return name.matches("\\d{1,18}\\.sock") ? OptionalLong.of(Long.parseLong(name.substring(0, name.length() - SUFFIX.length()))) : OptionalLong.empty();
    }

    private static Path checked(Path socket) throws IOException {
        int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new IOException("the path " + socket + " has " + length + " bytes, but that of a socket can have " + LONGEST);
        }
        return socket;
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(folder + " is in the way: it is no folder", e);
            }
        } catch (UnsupportedOperationException e) {
            Files.createDirectories(folder);   // no such permissions here: the user's own folder for temporary files is all there is
            return;
        }
        UserPrincipal me = me();
        UserPrincipal above = Files.getOwner(folder.getParent());
        if (!above.equals(me) && !above.getName().equals("root")) {
            throw new IOException(folder.getParent() + " belongs to " + above.getName() + ", who could exchange what is in it");
        }
        UserPrincipal owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
        if (!owner.equals(me)) {
            throw new IOException(folder + " belongs to " + owner.getName() + ", not to " + me.getName());
        }
        if (!Files.getPosixFilePermissions(folder).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    /** The name that the JVM gives need not be one that the file system knows, as in containers; a file of ours knows. */
    private static UserPrincipal me() throws IOException {
        Path file = Files.createTempFile("thaw-", ".owner");
        try {
            return Files.getOwner(file);
        } finally {
            Files.delete(file);
        }
    }
}
