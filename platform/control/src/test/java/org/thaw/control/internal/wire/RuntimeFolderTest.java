package org.thaw.control.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFolderTest {
    @TempDir
    Path folder;

    private RuntimeFolder usual() {
        return RuntimeFolder.of("", Optional.empty(), folder, "a b/c");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void theFolderIsMadeForItsOwnerAlone() throws IOException {
        Path socket = usual().place(17);

        assertEquals(folder.resolve("thaw-a_b_c/17.sock"), socket);
        assertEquals("rwx------", permissions(socket.getParent()));
    }

    @Test
    void aFolderThatOthersCouldEnterIsClosedToThem() throws IOException {
        Path open = Files.createDirectory(folder.resolve("thaw-a_b_c"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        usual().place(17);
        assertEquals("rwx------", permissions(open));
    }

    @Test
    void theSystemsFolderForAUserComesFirst() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        assertEquals(run.resolve("thaw/17.sock"), RuntimeFolder.of("", Optional.of(run.toString()), folder, "me").place(17));
        assertEquals(folder.resolve("thaw-me/17.sock"), RuntimeFolder.of("", Optional.of(folder.resolve("absent").toString()), folder, "me").place(17));
    }

    @Test
    void aLinkInItsPlaceIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("thaw-a_b_c"), Files.createDirectory(folder.resolve("elsewhere")));
        assertTrue(assertThrows(IOException.class, () -> usual().place(17)).getMessage().contains("in the way"));
    }

    @Test
    void anotherUsersFolderIsRefused() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve("thaw-a_b_c"));
        try {
            Files.setAttribute(theirs, "unix:uid", 12345);
        } catch (IOException e) {
            assumeTrue(false, "SKIPPED: only root can give a folder away");
        }
        assertTrue(assertThrows(IOException.class, () -> usual().place(17)).getMessage().contains("belongs to"));
    }

    @Test
    void aPathThatIsTooLongForASocketIsRefusedWithItsLengthAndARemedy() {
        RuntimeFolder deep = RuntimeFolder.of(folder.resolve("x".repeat(200)).toString(), Optional.empty(), folder, "me");
        String message = assertThrows(IOException.class, () -> deep.place(17)).getMessage();
        assertTrue(message.contains("bytes, but that of a socket can have 103") && message.contains("\"folder\""), message);
    }

    @Test
    void socketsAreFoundByTheirNumbers() throws IOException {
        RuntimeFolder folders = usual();
        Path socket = Files.createFile(folders.place(17));
        Files.createFile(socket.resolveSibling("x.sock"));

        assertEquals(List.of(socket), folders.sockets());
        assertEquals(Optional.of(socket), folders.socket(17));
        assertEquals(17, RuntimeFolder.pid(socket).orElseThrow());
        assertEquals(Optional.empty(), folders.socket(18));
    }
}
