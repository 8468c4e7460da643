package org.thaw.shell.internal.gogo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.CommandSessionImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.shell.internal.Lab;
import org.thaw.shell.internal.verb.Verbs;

/** A real Gogo: what a person types at the prompt must arrive at the verb as it was meant. */
class GogoVerbTest {
    private final Lab lab = new Lab();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl streams = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(streams);
    private CommandSessionImpl session;
    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        streams.start();
        Verbs verbs = new Verbs(lab.services(), "0.1.0");
        Verbs.names().forEach(verb -> processor.addCommand("thaw", new GogoVerb(verbs, List.of(verb)), verb));
        processor.addCommand("thaw", new GogoVerb(verbs, List.of()), "thaw");
        session = processor.createSession(new ByteArrayInputStream(new byte[0]), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        session.currentDir(folder);
        session.put("SCOPE", "thaw:*");
    }

    @AfterEach
    void close() {
        session.close();
        streams.stop();
    }

    private List<String> overrides(String line) throws Exception {
        lab.overrides.clear();
        session.execute(line);
        return List.copyOf(lab.overrides);
    }

    @Test
    void plainWordsArriveAsTheyAre() throws Exception {
        assertEquals(List.of("seeds=3", "learners.ewc.lambda=1e-3", "learner=ewc@1.0.0"), overrides("run x.json seeds=3 learners.ewc.lambda=1e-3 learner=ewc@1.0.0"));
        assertEquals(folder.resolve("x.json"), lab.file);
    }

    @Test
    void listsArriveWithAndWithoutQuotes() throws Exception {
        assertEquals(List.of("learners.finetune.hidden=[4,4]"), overrides("run x.json learners.finetune.hidden=[4,4]"));
        assertEquals(List.of("learners.finetune.hidden=[4,4]"), overrides("run x.json 'learners.finetune.hidden=[4,4]'"));
        assertEquals(List.of("learners.finetune.hidden=[4,4]"), overrides("run x.json learners.finetune.hidden='[4,4]'"));
        assertEquals(List.of("hidden=[4, 4]"), overrides("run x.json \"hidden=[4, 4]\""));
    }

    @Test
    void listsWithSpacesNestedAndEmptyListsKeepTheirMeaning() throws Exception {
        assertEquals(List.of("hidden=[4,4]", "seeds=2"), overrides("run x.json hidden=[4, 4] seeds=2"));
        assertEquals(List.of("hidden=[4,4]"), overrides("run x.json hidden=[4 4]"));
        assertEquals(List.of("order=[[1,2],[3,4]]"), overrides("run x.json order=[[1,2],[3,4]]"));
        assertEquals(List.of("order=[[1,2],[3,4]]"), overrides("run x.json order=[[1 2] [3 4]]"));
        assertEquals(List.of("metrics=[]"), overrides("run x.json metrics=[]"));
        assertEquals(List.of("metrics=[acc,bwt]"), overrides("run x.json metrics=[acc,bwt]"));
    }

    @Test
    void gogosMapsBecomeObjects() throws Exception {
        assertEquals(List.of("protocol={plugin:lifetime,steps:100}"), overrides("run x.json protocol=[plugin=lifetime steps=100]"));
        assertEquals(List.of("protocol={\"steps\":100}"), overrides("run x.json 'protocol={\"steps\":100}'"));
    }

    @Test
    void patternsBecomeFilesAndQuotedOnesStay() throws Exception {
        Files.writeString(folder.resolve("only.json"), "{}");
        assertEquals(List.of(), overrides("run *.json"));
        assertEquals(folder.resolve("only.json"), lab.file);
        assertEquals(List.of("name=a*"), overrides("run x.json 'name=a*'"));
        IOException none = assertThrows(IOException.class, () -> session.execute("run x.json name=a*"));
        assertEquals("no matches found: name=a*; put a word in '…' to have it taken as it is", Complaints.of(none, List.of()));
    }

    @Test
    void verbsWorkWithAndWithoutScopeAndAsOnACommandLine() throws Exception {
        for (String line : List.of("why ewc", "thaw:why ewc", "thaw why ewc")) {
            out.reset();
            session.execute(line);
            assertEquals("ewc is available.\n", out.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatGoesWrongIsSaidAndRemembered() throws Exception {
        session.execute("describe ewd");
        assertEquals("thaw: no plugin has the id \"ewd\"; did you mean \"ewc\"?\n", err.toString(StandardCharsets.UTF_8));
        assertEquals(2, session.get(GogoVerb.EXIT_CODE));
    }

    @Test
    void anUnknownCommandIsExplainedWithTheNearest() {
        Exception e = assertThrows(Exception.class, () -> session.execute("lerners"));
        assertEquals("there is no command \"lerners\"; did you mean \"learners\"?", Complaints.of(e, Completion.commands(session)));
        Exception open = assertThrows(Exception.class, () -> session.execute("run 'x.json"));
        assertTrue(Complaints.of(open, List.of()).startsWith("the line is not complete: "), Complaints.of(open, List.of()));
    }
}
