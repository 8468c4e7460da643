package org.thaw.shell.internal.gogo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.shell.internal.Lab.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.shell.internal.Lab;
import org.thaw.shell.internal.verb.Verbs;

class PromptTest {
    private final Lab lab = new Lab();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private int type(String lines) throws Exception {
        ThreadIOImpl streams = new ThreadIOImpl();
        streams.start();
        try (Terminal terminal = new DumbTerminal("test", "dumb", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), screen, StandardCharsets.UTF_8)) {
            terminal.setSize(new Size(100, 30));
            CommandProcessorImpl processor = new CommandProcessorImpl(streams);
            Verbs verbs = new Verbs(lab.services(), "0.1.0");
            Verbs.names().forEach(verb -> processor.addCommand("thaw", new GogoVerb(verbs, List.of(verb)), verb));
            return new Prompt(processor, lab.services(), "0.1.0", () -> false).interactive(terminal);
        } finally {
            streams.stop();
        }
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void verbsAreCarriedOutUntilExit() throws Exception {
        assertEquals(0, type("learners\nlerners\nexit\nwhy ewc\n"));
        assertTrue(screen().contains("Holds weights back."), screen());
        assertTrue(screen().contains("thaw: there is no command \"lerners\"; did you mean \"learners\"?"), screen());
        assertTrue(!screen().contains("ewc is available"), screen());
    }

    @Test
    void theEndOfTheInputLeaves() throws Exception {
        assertEquals(0, type("why ewc\n"));
        assertTrue(screen().contains("ewc is available."), screen());
    }

    @Test
    void runsGoOnInTheBackgroundAndAreStoppedOnLeaving() throws Exception {
        lab.runs = List.of(run("a", State.RUNNING, 0.5, "learn", Double.NaN, ""));
        assertEquals(0, type("run x.json\nexit\n"));
        assertTrue(screen().contains("They go on in the background; watch x shows how far they are, stop x ends them."), screen());
        assertTrue(screen().contains("Stopping x; what is done is kept"), screen());
        assertEquals(List.of("*"), ((Lab.Paper) lab.experiments.get(0)).stopped);
    }
}
