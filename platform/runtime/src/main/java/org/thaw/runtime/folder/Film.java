package org.thaw.runtime.folder;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.Step;

/**
 * An episode of a life as pictures, with what was done and earned. Small enough to be kept in a run's folder and to be sent from one process to another.
 *
 * @param role        whose life, {@code learner}
 * @param environment the role of the world
 * @param task        the protocol's number for what was lived then, from 0
 * @param whole       whether it shows the episode from its first step to its last
 * @param rows        cells from top to bottom
 * @param columns     cells from left to right
 * @param paints      all the ways that a cell looks
 * @param frames      one for each step, in order; at least one
 */
public record Film(String role, String environment, int task, boolean whole, int rows, int columns, List<Paint> paints, List<Frame> frames) {
    /** In the order of a report. */
    public static final Comparator<Film> ORDER = Comparator.comparing(Film::role).thenComparingInt(Film::task).thenComparing(Film::environment);
    /** How many ways to look can be told apart. */
    static final int MOST_PAINTS = 50_000;
    private static final String FIRST_CODES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final char OTHER_CODES = '\u0100';

    /**
     * How a cell looks.
     *
     * @param symbol for terminals without colours; what cannot be printed becomes a question mark
     * @param colour {@code 0xRRGGBB}
     */
    public record Paint(char symbol, int colour) {
        public Paint {
            boolean printable = symbol == ' ' || Character.isDefined(symbol) && !Character.isISOControl(symbol) && !Character.isSurrogate(symbol)
                    && !Character.isWhitespace(symbol) && Character.getType(symbol) != Character.FORMAT && Character.getType(symbol) != Character.NON_SPACING_MARK;
            symbol = printable ? symbol : '?';
            colour = colour & 0xffffff;
        }
    }

    /**
     * A step.
     *
     * @param step   of learning, at that time
     * @param action that led here: a number, or values with commas; empty in a first step
     * @param reward for that action
     * @param cells  the picture, row by row, a character for each cell; see {@link Film#picture}
     */
    public record Frame(Step.Kind kind, long step, String action, double reward, String cells) {
        public Frame {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(cells, "cells");
        }
    }

    public Film {
        paints = List.copyOf(paints);
        frames = List.copyOf(frames);
        if (rows < 1 || columns < 1 || frames.isEmpty()) {
            throw new IllegalArgumentException(frames.size() + " frames of " + rows + " by " + columns + " cells: expected at least one of each");
        }
        Set<Integer> used = new HashSet<>();
        for (Frame frame : frames) {
            if (frame.cells().length() != rows * columns) {
                throw new IllegalArgumentException("a frame of " + frame.cells().length() + " cells: expected " + rows + " times " + columns);
            }
            frame.cells().chars().forEach(code -> used.add(paint((char) code)));
        }
        for (int paint : used) {
            if (paint < 0 || paint >= paints.size()) {
                throw new IllegalArgumentException("a cell looks like number " + paint + ": expected 0 to " + (paints.size() - 1));
            }
        }
    }

    /** What a frame showed. */
    public Picture picture(int frame) {
        Picture picture = new Picture(rows, columns);
        String cells = frames.get(frame).cells();
        for (int cell = 0; cell < cells.length(); cell++) {
            Paint paint = paints.get(paint(cells.charAt(cell)));
            picture.paint(cell / columns, cell % columns, paint.symbol(), paint.colour());
        }
        return picture;
    }

    /** The return up to a frame, that step included. */
    public double total(int frame) {
        return frames.subList(0, frame + 1).stream().mapToDouble(Frame::reward).sum();
    }

    /** The return of all that it shows. */
    public double total() {
        return total(frames.size() - 1);
    }

    /** How many steps it shows; the first frame is before the first of them. */
    public int steps() {
        return frames.size() - 1;
    }

    /** The character that stands for a way to look. */
    static char code(int paint) {
        return paint < FIRST_CODES.length() ? FIRST_CODES.charAt(paint) : (char) (OTHER_CODES + paint - FIRST_CODES.length());
    }

    private static int paint(char code) {
        return code < OTHER_CODES ? FIRST_CODES.indexOf(code) : code - OTHER_CODES + FIRST_CODES.length();
    }
}
