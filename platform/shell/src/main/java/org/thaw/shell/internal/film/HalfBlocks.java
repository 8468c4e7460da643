package org.thaw.shell.internal.film;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.thaw.api.environment.Picture;

/** In colours: a character is an upper half and a lower half, so that what it shows is about square. */
final class HalfBlocks implements Canvas {
    private static final char UPPER = '\u2580';
    private static final int LARGEST = 4;

    @Override
    public List<AttributedString> draw(Picture picture, int width, int height) {
        int larger = Math.min(LARGEST, Math.min(width / picture.columns(), 2 * height / picture.rows()));
        int coarser = larger > 0 ? 1 : Math.max(parts(picture.columns(), width), parts(picture.rows(), 2 * height));
        int times = Math.max(1, larger);
        int rows = parts(picture.rows(), coarser) * times;
        int columns = parts(picture.columns(), coarser) * times;
        List<AttributedString> lines = new ArrayList<>();
        for (int row = 0; row < rows; row += 2) {
            AttributedStringBuilder line = new AttributedStringBuilder(columns);
            for (int column = 0; column < columns; column++) {
                int x = column / times * coarser;
                int upper = picture.colour(row / times * coarser, x);
                AttributedStyle style = AttributedStyle.DEFAULT.foreground(upper >> 16, upper >> 8 & 0xff, upper & 0xff);
                if (row + 1 < rows) {
                    int lower = picture.colour((row + 1) / times * coarser, x);
                    style = style.background(lower >> 16, lower >> 8 & 0xff, lower & 0xff);
                }
                line.style(style).append(UPPER);
            }
            lines.add(line.toAttributedString());
        }
        return lines;
    }

    private static int parts(int whole, int size) {
        return (whole + size - 1) / size;
    }
}
