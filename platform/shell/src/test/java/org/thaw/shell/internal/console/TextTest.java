package org.thaw.shell.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void durationsReadAsPeopleSayThem() {
        assertEquals("0.4 s", Text.duration(Duration.ofMillis(420)));
        assertEquals("42 s", Text.duration(Duration.ofMillis(42_900)));
        assertEquals("3 min 05 s", Text.duration(Duration.ofSeconds(185)));
        assertEquals("2 h 07 min", Text.duration(Duration.ofMinutes(127)));
    }

    @Test
    void nothingInATextReachesTheTerminalsControls() {
        assertEquals("a b\uFFFD[31mc", Text.printable("a\n\tb\u001b[31mc"));
    }

    @Test
    void theNearestNameIsOfferedOnlyIfItIsNear() {
        assertEquals("did you mean \"finetune\"?", Names.hint("finetun", List.of("ewc", "finetune")));
        assertEquals("there is ewc, finetune", Names.hint("zzz", List.of("ewc", "finetune")));
        assertEquals("there is none", Names.hint("zzz", List.of()));
    }

    @Test
    void aTableWrapsItsLastColumnFirst() {
        Table table = new Table("id", "what");
        table.row("ewc", "holds weights back by their importance for earlier tasks");
        assertEquals("""
                id   what
                ewc  holds weights back by
                     their importance for
                     earlier tasks
                """, table.render(30, false));
    }

    @Test
    void markupInATextStaysText() {
        Table table = new Table("id", "what");
        table.row("x", "@|red not red|@ \u001b[1m");
        assertEquals("id  what\nx   @|red not red|@ \uFFFD[1m\n", table.render(80, false));
    }

    @Test
    void colourIsRefusedByTheVariableNoColor() {
        assertEquals(true, Terminals.colour(null));
        assertEquals(true, Terminals.colour(""));
        assertEquals(false, Terminals.colour("1"));
    }

    @Test
    void filesCountFromTheCurrentFolderAndTildeIsHome() {
        Console console = Console.plain(System.out, System.err, Path.of("/lab"));
        assertEquals(Path.of("/lab/x.json"), console.file("./x.json"));
        assertEquals(Path.of("/abs/x.json"), console.file("/abs/x.json"));
        assertEquals(Path.of(System.getProperty("user.home"), "x.json"), console.file("~/x.json"));
        assertEquals("runs/x", console.brief(Path.of("/lab/runs/x")));
        assertEquals("/elsewhere/x", console.brief(Path.of("/elsewhere/x")));
    }
}
