package org.thaw.nd4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    Path temporary;

    @BeforeEach
    void filesHavePermissionsHere() {
        assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aNewFolderAndItsNewParentsAreTheUsersAlone() throws Exception {
        Path folder = PrivateFolder.within(temporary.resolve("cache/natives"), "abc");

        assertEquals(temporary.toRealPath().resolve("cache/natives/abc"), folder);
        assertEquals("rwx------", permissions(folder));
        assertEquals("rwx------", permissions(folder.getParent()));
        assertEquals("rwx------", permissions(folder.getParent().getParent()));
    }

    @Test
    void aFolderIsFoundAgainAndNothingIsLeftBesideIt() throws Exception {
        Path first = PrivateFolder.within(temporary, "abc");

        assertEquals(first, PrivateFolder.within(temporary, "abc"));
        try (var files = Files.list(temporary)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFolderThatTheGroupMayWriteToIsRefused() throws IOException {
        Path folder = made(temporary.resolve("abc"), "rwxrwx---");

        assertRefused(temporary, folder + " can be written to by others (rwxrwx---)");
    }

    @Test
    void aParentThatAnyoneMayWriteToIsRefused() throws IOException {
        Path parent = made(temporary.resolve("shared"), "rwxrwxrwx");

        assertRefused(parent, parent + " can be written to by others (rwxrwxrwx)");
    }

    @Test
    void aLinkInPlaceOfTheFolderIsRefused() throws IOException {
        Path elsewhere = made(temporary.resolve("elsewhere"), "rwx------");
        Path link = Files.createSymbolicLink(temporary.resolve("abc"), elsewhere);

        assertRefused(temporary, link + " is no folder");
    }

    @Test
    void aFolderOfSomeoneElseIsRefused() throws IOException {
        Path folder = given(made(temporary.resolve("abc"), "rwxr-xr-x"));

        assertRefused(temporary, folder + " belongs to 54321");
    }

    @Test
    void aParentOfSomeoneElseIsRefused() throws IOException {
        Path parent = given(made(temporary.resolve("planted"), "rwxr-xr-x"));

        assertRefused(parent, parent + " belongs to 54321");
    }

    @Test
    void aFileInPlaceOfTheParentIsRefused() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertRefused(file, file + "/abc cannot be made");
    }

    private static void assertRefused(Path parent, String fault) throws IOException {
        String sentence = assertThrows(RefusedException.class, () -> PrivateFolder.within(parent, "abc")).getMessage();
        assertTrue(sentence.contains(fault), sentence);
        assertTrue(sentence.contains("-Dthaw.natives="), sentence);
    }

    private static Path made(Path folder, String permissions) throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        return folder.toRealPath();
    }

    /** Only the superuser can give files away. */
    private static Path given(Path folder) {
        try {
            Files.setAttribute(folder, "unix:uid", 54321, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            assumeTrue(false, "files cannot be given away here: " + e);
        }
        return folder;
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
