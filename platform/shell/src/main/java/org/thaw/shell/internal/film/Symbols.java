package org.thaw.shell.internal.film;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;
import org.thaw.api.environment.Picture;

/** Without colours: the symbol of each cell, with a space beside it where there is room, in a frame. What does not fit is left out. */
final class Symbols implements Canvas {
    @Override
    public List<AttributedString> draw(Picture picture, int width, int height) {
        int rows = Math.max(1, Math.min(picture.rows(), height - 2));
        boolean apart = 2 * picture.columns() + 3 <= width;
        int columns = Math.max(1, Math.min(picture.columns(), width - 2));
        String border = "+" + "-".repeat(apart ? 2 * columns + 1 : columns) + "+";
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new AttributedString(border));
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder(apart ? "| " : "|");
            for (int column = 0; column < columns; column++) {
                char symbol = picture.symbol(row, column);
                line.append(WCWidth.wcwidth(symbol) == 1 ? symbol : '?').append(apart ? " " : "");
            }
            lines.add(new AttributedString(line.append('|')));
        }
        lines.add(new AttributedString(border));
        return lines;
    }
}
