package org.thaw.shell.internal.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.Picture;

class CanvasTest {
    private static final int TRUE_COLOURS = 1 << 24;

    private static Picture cross() {
        Picture picture = new Picture(2, 2);
        picture.paint(0, 0, '#', 0x010203);
        picture.paint(1, 1, 'o', 0xff8000);
        return picture;
    }

    private static String text(List<AttributedString> lines) {
        return lines.stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void aHalfBlockShowsTheCellAboveAndTheCellBelow() {
        List<AttributedString> lines = new HalfBlocks().draw(cross(), 2, 1);
        assertEquals("▀▀", text(lines));
        String ansi = lines.get(0).toAnsi(TRUE_COLOURS, ForceMode.None);
        assertTrue(ansi.contains("38;2;1;2;3") && ansi.contains("48;2;0;0;0") && ansi.contains("38;2;0;0;0") && ansi.contains("48;2;255;128;0"), ansi);
    }

    @Test
    void aSmallPictureIsMadeLarger() {
        assertEquals("▀▀▀▀\n▀▀▀▀", text(new HalfBlocks().draw(cross(), 4, 40)));
        assertEquals(4, new HalfBlocks().draw(cross(), 80, 40).size(), "four times and no more");
    }

    @Test
    void aLargePictureIsMadeCoarser() {
        List<AttributedString> lines = new HalfBlocks().draw(new Picture(84, 84), 40, 20);
        assertTrue(lines.size() <= 20 && lines.get(0).length() <= 40, text(lines));
        assertEquals(14, lines.size(), "every third cell, two to a character");
    }

    @Test
    void anOddRowHasNothingBelow() {
        List<AttributedString> lines = new HalfBlocks().draw(new Picture(3, 1), 1, 2);
        assertEquals(2, lines.size());
        assertTrue(!lines.get(1).toAnsi(TRUE_COLOURS, ForceMode.None).contains("48;2"), "no background");
    }

    @Test
    void symbolsStandWhereThereAreNoColours() {
        assertEquals("+-----+\n| #   |\n|   o |\n+-----+", text(new Symbols().draw(cross(), 80, 24)));
        assertEquals("+--+\n|# |\n| o|\n+--+", text(new Symbols().draw(cross(), 4, 24)));
        assertEquals("+-+\n|#|\n+-+", text(new Symbols().draw(cross(), 3, 3)), "what does not fit is left out");
    }
}
