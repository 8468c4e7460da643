package org.thaw.toolkit.replay;

/**
 * Transitions drawn from a memory, over one step or several; a buffer.
 *
 * @param rows       how many
 * @param width      numbers of a state
 * @param states     [rows, width]: S_t as a network wants it
 * @param actions    [rows]: A_t
 * @param returns    [rows]: the discounted sum of the rewards up to the state after
 * @param discounts  [rows]: what an estimate at the state after counts; 0 where the episode has terminated
 * @param nextStates [rows, width]: the state after n steps, or where the episode was cut off; zeros where it has terminated
 * @param nextLegal  [rows, actions]: which actions are legal there
 */
public record TransitionBatch(int rows, int width, float[] states, int[] actions, float[] returns, float[] discounts, float[] nextStates, boolean[] nextLegal) {
    TransitionBatch(int rows, int width, int choices) {
        this(rows, width, new float[rows * width], new int[rows], new float[rows], new float[rows], new float[rows * width], new boolean[rows * choices]);
    }
}
