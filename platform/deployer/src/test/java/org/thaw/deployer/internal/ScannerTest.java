package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a jar counts as completely written. */
class ScannerTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final FileTime OLD = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    @TempDir
    Path base;
    private Path folder;
    private Store store;
    private Scanner scanner;

    @BeforeEach
    void make() throws Exception {
        folder = Files.createDirectory(base.resolve("plugins"));
        store = new Store(base.resolve("store"));
        scanner = scanner();
    }

    @Test
    void aNewFileIsStableInTheSecondLookAlike() throws Exception {
        write("a.jar", "half");
        assertFalse(look(AT_ONCE));
        assertTrue(look(AT_ONCE));
    }

    @Test
    void twoLooksSoonerThanAPollApartDoNotSuffice() throws Exception {
        write("a.jar", "half");
        assertFalse(look(Duration.ofHours(1)));
        assertFalse(look(Duration.ofHours(1)));
    }

    @Test
    void aGrowingFileIsNotStable() throws Exception {
        for (String content : List.of("h", "ha", "hal", "half")) {
            write("a.jar", content);
            assertFalse(look(AT_ONCE));
        }
        assertTrue(look(AT_ONCE));
    }

    @Test
    void bytesChangedAtEqualSizeAndTimeAreNoticed() throws Exception {
        write("a.jar", "left");
        FileTime time = Files.getLastModifiedTime(folder.resolve("a.jar"));
        look(AT_ONCE);
        assertTrue(look(AT_ONCE));
        write("a.jar", "lift");
        Files.setLastModifiedTime(folder.resolve("a.jar"), time);
        assertFalse(look(AT_ONCE));
    }

    @Test
    void inTheFirstLookOfAllAnOldFileIsStable() throws Exception {
        write("a.jar", "whole");
        Files.setLastModifiedTime(folder.resolve("a.jar"), OLD);
        assertTrue(look(Duration.ofHours(1)));
    }

    @Test
    void inLaterLooksAnOldTimeProvesNothing() throws Exception {
        scanner.look(AT_ONCE);
        write("a.jar", "copied, times kept");
        Files.setLastModifiedTime(folder.resolve("a.jar"), OLD);
        assertFalse(look(Duration.ofHours(1)));
    }

    @Test
    void bytesThatTheStoreHasAreStableAtOnce() throws Exception {
        Files.write(folder.resolve("a.jar"), PluginJar.learner("a").bytes());
        assertTrue(store.add(folder.resolve("a.jar"), Sha256.of(folder.resolve("a.jar"))));
        assertTrue(look(Duration.ofHours(1)));
    }

    @Test
    void theStoreTakesInNothingButTheBytesAnnounced() throws Exception {
        Files.write(folder.resolve("a.jar"), PluginJar.learner("a").bytes());
        Sha256.Sum sum = Sha256.of(folder.resolve("a.jar"));
        Files.write(folder.resolve("a.jar"), PluginJar.learner("b").bytes());
        assertFalse(store.add(folder.resolve("a.jar"), sum));
        assertFalse(store.has(sum));
        assertEquals(0, Files.list(base.resolve("store")).count());
    }

    @Test
    void aLaterProcessKnowsTheHashOfAnUntouchedFileWithoutReadingIt() throws Exception {
        Path jar = folder.resolve("a.jar");
        Files.write(jar, PluginJar.learner("a").bytes());
        Sha256.Sum sum = Sha256.of(jar);
        store.add(jar, sum);
        Stamp stamp = Stamp.of(jar, Files.readAttributes(jar, BasicFileAttributes.class));
        HashIndex index = index();
        index.keep(Map.of(new HashIndex.Stamped("a.jar", stamp), sum));

        assertEquals(stamp.changed().map(time -> sum), index().find("a.jar", stamp), "where changes are stamped");
        Stamp touched = new Stamp(stamp.size(), stamp.modified(), Optional.of(OLD), stamp.key());
        assertEquals(Optional.empty(), index().find("a.jar", touched));
        assertEquals(Optional.empty(), index().find("b.jar", stamp));
        assertEquals(Optional.empty(), new HashIndex(base.resolve("hashes.txt"), base).find("a.jar", stamp), "another folder");
    }

    @Test
    void aDamagedListOfHashesIsPassedOver() throws Exception {
        Files.writeString(base.resolve("hashes.txt"), "folder " + folder + "\n\nx y\n" + "0".repeat(64) + "\n");
        write("a.jar", "whole");
        scanner = scanner();
        look(AT_ONCE);
        assertTrue(look(AT_ONCE));
    }

    private HashIndex index() {
        return new HashIndex(base.resolve("hashes.txt"), folder);
    }

    private Scanner scanner() {
        return new Scanner(folder, store, index());
    }

    private void write(String file, String content) throws Exception {
        Files.writeString(folder.resolve(file), content);
    }

    private boolean look(Duration poll) throws Exception {
        return scanner.look(poll).get(0).stable();
    }
}
