package org.thaw.nd4j.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** A folder that nobody else can write to. Native libraries are loaded from it, so whoever can write there runs code as this user. */
final class PrivateFolder {
    private static final FileAttribute<?> MINE_ALONE = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFolder() {
    }

    /**
     * The folder of that name, made if it is not there yet.
     *
     * @throws RefusedException if it or its parent belongs to someone else, others may write to either, or it cannot be made
     */
    static Path within(Path parent, String name) throws RefusedException {
        try {
            if (!parent.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                // no such permissions here (Windows): the access lists of the user's own folders do it
                return Files.createDirectories(parent.resolve(name)).toRealPath();
            }
            Path real = made(parent).toRealPath();
            requireClosed(real);
            UserPrincipal me = me(real);
            requireOwner(real, me);
            Path folder = made(real.resolve(name));
            requireClosed(folder);
            requireOwner(folder, me);
            return folder;
        } catch (IOException e) {
            throw new RefusedException("The folder for native libraries " + parent.resolve(name) + " cannot be made (" + e
                + "): name a parent folder that you can write to with -D" + Activator.FOLDER + "=….", e);
        }
    }

    /** Asks first: on older JDKs a link to a folder counts as in the way of making it. */
    private static Path made(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, MINE_ALONE);
    }

    /** The process's user, who need not have a name: the owner of what the process makes. */
    private static UserPrincipal me(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "owner", "");
        try {
            return Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.delete(probe);
        }
    }

    private static void requireClosed(Path folder) throws IOException, RefusedException {
        PosixFileAttributes found = attributes(folder);
        if (!found.isDirectory()) {
            throw refused(folder, "is no folder");
        }
        Set<PosixFilePermission> permissions = found.permissions();
        if (permissions.contains(PosixFilePermission.GROUP_WRITE) || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw refused(folder, "can be written to by others (" + PosixFilePermissions.toString(permissions) + ")");
        }
    }

    private static void requireOwner(Path folder, UserPrincipal me) throws IOException, RefusedException {
        UserPrincipal owner = attributes(folder).owner();
        if (!owner.equals(me)) {
            throw refused(folder, "belongs to " + owner.getName() + ", not to " + me.getName());
        }
    }

    private static PosixFileAttributes attributes(Path folder) throws IOException {
        return Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static RefusedException refused(Path folder, String fault) {
        return new RefusedException("The folder for native libraries " + folder + " " + fault + ": remove it, make it yours alone (chmod 700), or name"
            + " another parent folder with -D" + Activator.FOLDER + "=….");
    }
}
