package org.thaw.toolkit.replay;

/**
 * Stretches of up to k steps of one life each, drawn from a memory; a buffer. What lies behind the end of a shorter one is 0. Step l of row r stands at
 * {@code l · rows + r}, so that one step of all rows is a batch for a network.
 *
 * @param rows      how many
 * @param length    k
 * @param width     numbers of a state
 * @param states    [k + 1, rows, width]: S_t to S_(t+k) as a network wants them; zeros after a termination
 * @param actions   [k, rows]: A_t to A_(t+k−1)
 * @param rewards   [k, rows]: what each of these steps earned
 * @param discounts [k, rows]: of what follows each of these steps, 0 where it terminated the episode
 * @param lengths   [rows]: how many steps there are, from 1; fewer than k where the episode ended, or life has not gone on yet
 * @param lastLegal [rows, actions]: which actions are legal in the last state
 */
public record TransitionWindows(int rows, int length, int width, float[] states, int[] actions, float[] rewards, float[] discounts, int[] lengths, boolean[] lastLegal) {
    TransitionWindows(int rows, int length, int width, int choices) {
        this(rows, length, width, new float[(length + 1) * rows * width], new int[length * rows], new float[length * rows], new float[length * rows], new int[rows],
                new boolean[rows * choices]);
    }

    /** Whether the episode terminated with a row's last step. */
    public boolean terminated(int row) {
        return discounts[(lengths[row] - 1) * rows + row] == 0;
    }
}
