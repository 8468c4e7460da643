package org.thaw.environments.grids.internal;

import java.util.List;

/**
 * What holds in a maze.
 *
 * @param before      the maze at first
 * @param after       the maze once it has changed: as large, with the same start and goal; the same object if it never changes
 * @param changeAfter how many steps are taken in the first one
 * @param slip        probability that a move goes to its left or right side instead
 * @param stepPenalty what each move costs
 * @param goalReward  what reaching the goal earns
 * @param maxSteps    moves after which an episode is cut off
 */
record MazeRules(Maze before, Maze after, long changeAfter, double slip, double stepPenalty, double goalReward, int maxSteps) {
    /** The book's rules: moves never fail and cost nothing, the goal earns 1. */
    static MazeRules plain(Maze maze, int maxSteps) {
        return new MazeRules(maze, maze, 0, 0, 0, 1, maxSteps);
    }

    /** The book's rules in a maze that changes, both drawings at a finer resolution. */
    static MazeRules changing(List<String> before, List<String> after, int changeAfter, int resolution, int maxSteps) {
        return new MazeRules(Maze.parse(before).refined(resolution), Maze.parse(after).refined(resolution), changeAfter, 0, 0, 1, maxSteps);
    }

    boolean changes() {
        return before != after;
    }

    /** The maze for a step that so many have gone before. */
    Maze at(long steps) {
        return steps >= changeAfter ? after : before;
    }
}
