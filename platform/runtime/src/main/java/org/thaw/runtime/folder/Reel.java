package org.thaw.runtime.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.Step;

/** A film in the making. For one thread. */
public final class Reel {
    /** Of all frames together: some megabytes at most. */
    private static final int MOST_CELLS = 1 << 20;

    private final String role;
    private final String environment;
    private final int task;
    private final int most;
    private final List<Film.Frame> frames = new ArrayList<>();
    private final Map<Film.Paint, Integer> paints = new LinkedHashMap<>();
    private int rows;
    private int columns;

    /** @param most how many frames it takes */
    public Reel(String role, String environment, int task, int most) {
        this.role = role;
        this.environment = environment;
        this.task = task;
        this.most = most;
    }

    /** Whether nothing was filmed yet. */
    public boolean isEmpty() {
        return frames.isEmpty();
    }

    /** How many frames were filmed so far. */
    public int frames() {
        return frames.size();
    }

    /** Adds a frame, if it fits: of the size of those before, and if there is room. Returns whether it did. */
    public boolean add(Step.Kind kind, long step, String action, double reward, Picture picture) {
        if (isEmpty()) {
            rows = picture.rows();
            columns = picture.columns();
        }
        long cells = (long) rows * columns;
        if (frames.size() >= most || cells * (frames.size() + 1) > MOST_CELLS || picture.rows() != rows || picture.columns() != columns) {
            return false;
        }
        StringBuilder codes = new StringBuilder((int) cells);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                codes.append(Film.code(paint(new Film.Paint(picture.symbol(row, column), picture.colour(row, column)))));
            }
        }
        frames.add(new Film.Frame(kind, step, action, reward, codes.toString()));
        return true;
    }

    /** Of a picture with more colours than can be told apart the last ones look alike. */
    private int paint(Film.Paint paint) {
        Integer known = paints.get(paint);
        if (known == null) {
            known = Math.min(paints.size(), Film.MOST_PAINTS - 1);
            if (paints.size() < Film.MOST_PAINTS) {
                paints.put(paint, known);
            }
        }
        return known;
    }

    /** What was filmed so far; at least one frame. */
    public Film film() {
        boolean whole = frames.get(0).kind() == Step.Kind.FIRST && frames.get(frames.size() - 1).kind() == Step.Kind.LAST;
        return new Film(role, environment, task, whole, rows, columns, List.copyOf(paints.keySet()), frames);
    }
}
