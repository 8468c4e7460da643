package org.thaw.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.host.HostProcess.Result;
import org.thaw.host.bundle.FakeShell;

/** Each test runs hosts as processes. */
class HostTest {
    @TempDir
    Path folder;

    @Test
    void argumentsReachTheCommandLineAsTheyAre() throws Exception {
        Result result = HostProcess.withShell(folder).run("say", "a b", "", "*", "$HOME");
        assertEquals("say|a b||*|$HOME\nstopped in order\n", result.out());
        assertEquals("aside\n", result.err());
        assertEquals(0, result.code());
    }

    @Test
    void theCommandsCodeIsTheProcesss() throws Exception {
        HostProcess host = HostProcess.withShell(folder);
        assertEquals(2, host.run("code", "2").code());
        assertEquals(1, host.run("code", "1").code());
    }

    @Test
    void aCommandThatThrowsEndsWithOneAndASentence() throws Exception {
        HostProcess host = HostProcess.withShell(folder);
        Result result = host.run("fail");
        assertEquals(1, result.code());
        assertEquals("thaw: internal error in \"fail\", please report it: no such luck\n", result.err());
        try (Stream<Path> logs = Files.list(host.state().resolve("log"))) {
            assertTrue(Files.readString(logs.findFirst().orElseThrow()).contains("at org.thaw.host.bundle.FakeShell"));
        }
    }

    @Test
    void aThreadThatIsLeftDoesNotKeepTheProcess() throws Exception {
        assertEquals(0, HostProcess.withShell(folder).run("thread").code());
    }

    @Test
    void aFolderThatIsNoInstallationIsNamed() throws Exception {
        HostProcess host = new HostProcess(folder);
        Files.delete(host.platform());
        Result result = host.run("say");
        assertEquals("thaw: There is no installation in " + host.platform().getParent() + ": the folder platform is missing.\n", result.err());
        assertEquals(1, result.code());
    }

    @Test
    void aStateFolderThatCannotBeMadeIsNamed() throws Exception {
        HostProcess host = HostProcess.withShell(folder);
        Files.writeString(host.state(), "in the way");
        Result result = host.run("say");
        assertTrue(result.err().startsWith("thaw: The folder " + host.state() + " cannot be made"), result.err());
        assertEquals(1, result.code());
    }

    @Test
    void withoutACommandLineTheHostSaysWhichBundleFailedAndWhy() throws Exception {
        HostProcess host = new HostProcess(folder);
        TestBundles.write(host.platform().resolve("shell.jar"), "org.thaw.host.shell", FakeShell.class,
            Map.of("Import-Package", "org.example.absent;version=\"[1.2,2)\",*"));
        Result result = host.run("say");
        List<String> lines = result.err().lines().toList();
        assertEquals("thaw: The command line did not come up: shell.jar does not start: org.thaw.host.shell needs the package org.example.absent"
            + " from version 1.2.0 and below 2.0.0, which no bundle here exports.", lines.get(0));
        assertTrue(lines.get(1).startsWith("thaw: the log is " + host.state()), result.err());
        assertEquals(2, lines.size());
        assertEquals(1, result.code());
    }

    @Test
    void aBrokenBundleBesideAWorkingCommandLineIsToldAndNoMore() throws Exception {
        HostProcess host = HostProcess.withShell(folder);
        Files.writeString(host.platform().resolve("broken.jar"), "no jar");
        Result result = host.run("say", "on");
        assertTrue(result.out().startsWith("say|on\n"), result.out());
        assertTrue(result.err().startsWith("thaw: broken.jar does not start: "), result.err());
        assertEquals(0, result.code());
    }

    @Test
    void settingsOfTheConfigurationAreOverriddenByThoseOfTheSystem() throws Exception {
        HostProcess host = HostProcess.withShell(folder);
        assertTrue(host.run("property", "thaw.plugins").out().startsWith(host.platform().resolveSibling("plugins") + "\n"));
        Files.createDirectories(host.config());
        Files.writeString(host.config().resolve("framework.properties"), "thaw.plugins = elsewhere\nlab.name = Füße\n");
        assertTrue(host.run("property", "thaw.plugins").out().startsWith(host.platform().resolveSibling("elsewhere") + "\n"));
        assertTrue(host.run(List.of("-Dthaw.plugins=/lab/plugins"), "property", "thaw.plugins").out().startsWith("/lab/plugins\n"));
        assertTrue(host.run(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"), "property", "lab.name").out().startsWith("Füße\n"));
    }

    @Test
    void aChildHasAPluginsFolderOfItsOwnAndNoneOfTheBundlesThatATerminalNeeds() throws Exception {
        HostProcess host = HostProcess.withShell(folder);
        Files.writeString(host.platform().resolve("org.thaw.report.jar"), "no jar, and not looked at");
        Result result = host.run(List.of("-Dthaw.child=true", "-Dthaw.plugins=/lab/plugins"), "property", "thaw.plugins");
        assertTrue(result.out().startsWith(host.temporary().toString()), result.out());
        assertEquals("aside\n", result.err());
        assertEquals(0, result.code());
    }

    @Test
    void nothingIsLeftInTheFolderForTemporaryFilesNotEvenByAHostThatWasKilled() throws Exception {
        HostProcess host = HostProcess.withShell(folder);
        Process killed = host.start(List.of(), "wait");
        HostProcess.await(killed, "waiting");
        killed.toHandle().destroyForcibly();
        killed.waitFor();
        assertEquals(1, list(host.temporary()).size());
        host.run("say");
        assertEquals(List.of(), list(host.temporary()));
    }

    @Test
    void hostsOfOneInstallationDoNotDisturbEachOther() throws Exception {
        HostProcess host = HostProcess.withShell(folder);
        Process first = host.start(List.of(), "wait");
        HostProcess.await(first, "waiting");
        assertEquals(0, host.run("say").code());
        assertEquals(1, list(host.temporary()).size(), "the storage of the first is still there");
        first.toHandle().destroy();
        assertEquals(143, HostProcess.end(first).code());
        assertEquals(List.of(), list(host.temporary()));
    }

    @Test
    void aProcessThatIsToldToEndTellsWhatIsUnderWayToStopAndLeavesInOrder() throws Exception {
        Process process = HostProcess.withShell(folder).start(List.of(), "wait");
        HostProcess.await(process, "waiting");
        process.toHandle().destroy();
        Result result = HostProcess.end(process);
        assertEquals("told to stop\ninterrupted\nstopped in order\n", result.out());
        assertEquals("", withoutWaiting(result.err()));
        assertEquals(143, result.code());
    }

    @Test
    void aCommandThatDoesNotStopIsCutOff() throws Exception {
        Process process = HostProcess.withShell(folder).start(List.of(), "deaf");
        HostProcess.await(process, "waiting");
        process.toHandle().destroy();
        Result result = HostProcess.end(process);
        assertEquals("told to stop\n", result.out());
        assertEquals("thaw: not all that was under way has stopped in time; it is cut off\n", withoutWaiting(result.err()));
        assertEquals(143, result.code());
    }

    @Test
    void theSecondInterruptionEndsAtOnce() throws Exception {
        assumeFalse(ignored(2), "a background job of a simple shell hears no interruptions");
        Process process = HostProcess.withShell(folder).start(List.of(), "deaf");
        HostProcess.await(process, "waiting");
        interrupt(process);
        HostProcess.await(process, "told to stop");
        interrupt(process);
        Result result = HostProcess.end(process);
        assertEquals("", withoutWaiting(result.err()));
        assertEquals(130, result.code());
    }

    /** What is told if it takes more than a second, as on a busy machine. */
    private static String withoutWaiting(String err) {
        return err.replaceAll("thaw: waiting for what is under way to stop, at most \\d+ seconds\\R", "");
    }

    private static void interrupt(Process process) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start().waitFor());
    }

    /** Whether this process was told to ignore a signal: those that it starts inherit that. */
    private static boolean ignored(int signal) throws Exception {
        String mask = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("SigIgn: 0");
        return (Long.parseUnsignedLong(mask.substring("SigIgn:".length()).strip(), 16) >> signal - 1 & 1) == 1;
    }

    private static List<Path> list(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("thaw-")).toList();
        }
    }
}
