package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.api.environment.Picture;

class DrawingTest {
    static Set<String> games() {
        return Games.FACTORIES.keySet();
    }

    static List<Game> rules() {
        Randomness random = new FixedRandomness(0.2);
        return List.of(new Breakout(random), new Asterix(random, true), new Freeway(random), new Seaquest(random, true), new SpaceInvaders(random, true));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyChannelHasAnInkAndASymbolOfItsOwn(Game game) {
        Set<Integer> channels = game.inks().stream().map(Ink::channel).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(IntStream.range(0, game.channels()).boxed().toList(), new ArrayList<>(channels));
        assertEquals(game.channels(), game.inks().size());
        assertEquals(game.channels(), game.inks().stream().map(Ink::symbol).distinct().count());
        assertTrue(game.inks().stream().allMatch(ink -> ink.symbol() > ' ' && ink.symbol() <= '~'));
    }

    @ParameterizedTest
    @MethodSource("games")
    void whatIsLitIsDrawnAndNothingElseAndDrawingChangesNothing(String game) {
        Life life = Life.mt19937(game, 3);
        Life undrawn = Life.mt19937(game, 3);
        life.world.draw();
        life.reset();
        undrawn.reset();
        Choices choices = new Choices(3);
        int channels = life.out.observation().size() / 100;
        for (int step = 0; step < 300; step++) {
            Picture picture = life.world.draw();
            for (int row = 0; row < 10; row++) {
                for (int column = 0; column < 10; column++) {
                    boolean lit = false;
                    for (int channel = 0; channel < channels; channel++) {
                        lit |= life.lit(row, column, channel);
                    }
                    assertEquals(lit, picture.symbol(row, column) != Picture.BLANK, game + " at " + row + ", " + column);
                    assertEquals(lit, picture.colour(row, column) != Ink.DARK);
                }
            }
            int choice = choices.next();
            life.stepOn(choice);
            undrawn.stepOn(choice);
            assertTrue(life.out.observation().sameBits(undrawn.out.observation()));
        }
        assertTrue(TestState.of(life.world).sameAs(TestState.of(undrawn.world)));
    }

    @Test
    void breakoutBeginsWithBricksBallAndPaddle() {
        // the number drawn is 0: the ball comes from the left
        assertEquals(List.of("          ", "##########", "##########", "o#########", "          ", "          ", "          ", "          ", "          ",
                "    =     "), drawn("breakout"));
    }

    @Test
    void spaceInvadersShowWhereTheyMarch() {
        assertEquals(List.of("  <<<<<<  ", "  <<<<<<  ", "  <<<<<<  ", "  <<<<<<  ", "          ", "          ", "          ", "          ", "          ",
                "     @    "), drawn("space_invaders"));
    }

    @Test
    void seaquestShowsTheOxygenLeft() {
        List<String> picture = drawn("seaquest");
        assertEquals("     @o   ", picture.get(0));
        assertEquals("==========", picture.get(9));
    }

    private static List<String> drawn(String game) {
        Life life = new Life(game, new MinAtar.Config(0, true, false, MinAtar.Generator.THAW, 0), name -> TestStream.constant(0));
        life.reset();
        Picture picture = life.world.draw();
        return IntStream.range(0, 10).mapToObj(row -> IntStream.range(0, 10).mapToObj(column -> String.valueOf(picture.symbol(row, column)))
                .collect(Collectors.joining())).toList();
    }
}
