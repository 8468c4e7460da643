package org.thaw.shell.internal.gogo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.shell.internal.Lab.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.gogo.jline.Parser;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.CommandSessionImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.shell.internal.Lab;

class CompletionTest {
    private final Lab lab = new Lab();
    private CommandSessionImpl session;
    private LineReader reader;
    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        ByteArrayInputStream nothing = new ByteArrayInputStream(new byte[0]);
        session = new CommandProcessorImpl(new ThreadIOImpl()).createSession(nothing, new ByteArrayOutputStream(), new ByteArrayOutputStream());
        session.currentDir(folder);
        reader = LineReaderBuilder.builder().terminal(new DumbTerminal(nothing, new ByteArrayOutputStream())).build();
    }

    /** What the Tab key offers at the end of a line that fits what was typed. */
    private List<String> offered(String line) {
        List<Candidate> candidates = new ArrayList<>();
        var parsed = new Parser().parse(line, line.length(), ParseContext.COMPLETE);
        new Completion(lab.services(), "0.1.0", session).complete(reader, parsed, candidates);
        return candidates.stream().map(Candidate::value).filter(value -> value.startsWith(parsed.word())).toList();
    }

    @Test
    void verbsAndIds() {
        assertEquals(List.of("describe"), offered("des"));
        assertEquals(List.of("ewc"), offered("describe e"));
        assertEquals(List.of("ewc"), offered("thaw:describe e"));
        assertEquals(List.of("ewc"), offered("thaw describe e"));
        assertEquals(List.of(), offered("describe ewc e"));
    }

    @Test
    void optionsOfAVerb() {
        assertEquals(List.of("--again"), offered("run --ag"));
        assertEquals(List.of("--runs"), offered("runs --r"));
    }

    @Test
    void filesForRun() throws Exception {
        Files.writeString(folder.resolve("x.json"), "{}");
        assertEquals(List.of("x.json"), offered("run x"));
        assertEquals(List.of("x.json"), offered("run --offline --parallel 2 x"));
    }

    @Test
    void whatAnExperimentsFileLetsOneChange() throws Exception {
        Files.writeString(folder.resolve("x.json"), "{\"learners\": [\"ewc\", \"joint\"], \"environment\": \"digits\"}");
        assertEquals(List.of("learners.ewc.lambda=", "learners.ewc.hidden=", "learners.ewc.optimiser="), offered("run x.json learners."));
        assertEquals(List.of("learners.ewc.optimiser=adam", "learners.ewc.optimiser=sgd"), offered("run x.json learners.ewc.optimiser="));
        assertEquals(List.of("seeds="), offered("run x.json learners.ewc.lambda=3 see"));
        Files.writeString(folder.resolve("named.json"), "{\"learners\": {\"weak\": {\"plugin\": \"ewc\"}}}");
        assertEquals(List.of("learners.weak.lambda="), offered("run named.json learners.weak.l"));
    }

    @Test
    void aBrokenFileOffersWhatAllExperimentsHave() throws Exception {
        Files.writeString(folder.resolve("x.json"), "{");
        assertEquals(List.of("name=", "seeds=", "lanes="), offered("run x.json "));
    }

    @Test
    void whatCanBePausedResumedAndSwapped() {
        lab.experiments.add(new Lab.Paper("here", List.of(Lab.of("ewc", "going", State.RUNNING), Lab.of("ewc", "waits", State.PAUSED), Lab.of("ewc", "over", State.DONE))));
        lab.elsewhere.add(new Lab.Paper("there", List.of(Lab.of("joint", "far", State.RUNNING))));
        assertEquals(List.of("here", "going", "there", "far"), offered("pause "));
        assertEquals(List.of("here", "going", "waits", "there", "far"), offered("swap "));
        assertEquals(List.of("waits"), offered("resume w"));
        assertEquals(List.of("ewc", "ewc@0.1.0"), offered("swap far e"));
        assertEquals(List.of("lambda=", "hidden=", "optimiser="), offered("swap far ewc "));
        assertEquals(List.of("optimiser=adam", "optimiser=sgd"), offered("swap far --twin ewc optimiser="));
        assertEquals(List.of("joint"), offered("swap far ewc --learner "));
        assertEquals(List.of("ewc", "ewc@0.1.0"), offered("resume here --with e"));
    }

    @Test
    void runsThatGoOn() {
        lab.experiments.add(new Lab.Paper("split", List.of(run("split-a", State.RUNNING, 0, "", Double.NaN, ""), run("split-b", State.DONE, 1, "", Double.NaN, ""))));
        assertEquals(List.of("split", "split-a"), offered("stop s"));
        assertEquals(List.of("split", "split-a", "split-b"), offered("watch s"));
        assertTrue(Stream.of("split").allMatch(offered("report s")::contains));
    }
}
