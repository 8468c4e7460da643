package org.thaw.shell.internal.film;

import java.util.List;
import org.jline.utils.AttributedString;
import org.thaw.api.environment.Picture;

/** A way to show pictures with characters. */
interface Canvas {
    /**
     * Shows a picture as large as is pleasant and fits; one that does not fit is shown coarser.
     *
     * @param width  characters in a line
     * @param height lines
     */
    List<AttributedString> draw(Picture picture, int width, int height);
}
