package org.thaw.report.internal.html;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.thaw.api.environment.Picture;
import org.thaw.runtime.folder.Film;

/** The frames of a film one below the other, a pixel for each cell; a style sheet moves them past a window. */
final class FilmStrip {
    /** The last frame stays a while. */
    private static final int REST = 12;
    /** What browsers can be trusted to show. */
    private static final int HIGHEST = 16_000;
    private static final int BYTE_COLOURS = 256;

    private final Film film;
    private final int frames;

    FilmStrip(Film film) {
        this.film = film;
        this.frames = Math.max(1, Math.min(film.frames().size(), HIGHEST / film.rows() - REST));
    }

    /** How many pictures there are, the repeated last one counted. */
    int length() {
        return frames + REST;
    }

    /** How many of the film's frames it shows. */
    int frames() {
        return frames;
    }

    /** As an address that holds the picture itself. */
    String data() {
        BufferedImage strip = image();
        for (int i = 0; i < length(); i++) {
            Picture picture = film.picture(Math.min(i, frames - 1));
            for (int row = 0; row < film.rows(); row++) {
                for (int column = 0; column < film.columns(); column++) {
                    strip.setRGB(column, i * film.rows() + row, 0xff000000 | picture.colour(row, column));
                }
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(strip, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private BufferedImage image() {
        List<Integer> colours = film.paints().stream().map(Film.Paint::colour).distinct().toList();
        if (colours.size() > BYTE_COLOURS) {
            return new BufferedImage(film.columns(), film.rows() * length(), BufferedImage.TYPE_INT_RGB);
        }
        int[] palette = colours.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(Byte.SIZE, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        return new BufferedImage(film.columns(), film.rows() * length(), BufferedImage.TYPE_BYTE_INDEXED, model);
    }
}
