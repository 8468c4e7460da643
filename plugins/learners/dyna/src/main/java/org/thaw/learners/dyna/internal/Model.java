package org.thaw.learners.dyna.internal;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;

/**
 * Model(s, a): the reward, the discount and the state that last followed, as if the world were deterministic (Sutton and Barto 2018, section 8.2). It
 * also knows when each pair was last tried, and which actions were legal where. Pairs are numbered {@code state * actions + action}.
 */
final class Model {
    private static final int UNTRIED = -1;

    private final int actions;
    private final int[] next;
    private final double[] reward;
    private final double[] discount;
    private final long[] tried;
    private final boolean[] legal;
    /** The states that were acted in, in the order of their first time. */
    private final int[] visited;
    private final boolean[] isVisited;
    private int count;

    Model(int states, int actions) {
        this.actions = actions;
        int pairs = states * actions;
        next = new int[pairs];
        reward = new double[pairs];
        discount = new double[pairs];
        tried = new long[pairs];
        legal = new boolean[pairs];
        visited = new int[states];
        isVisited = new boolean[states];
        clear();
    }

    private void clear() {
        Arrays.fill(next, UNTRIED);
        Arrays.fill(reward, 0);
        Arrays.fill(discount, 1);
        Arrays.fill(tried, 0);
        Arrays.fill(legal, true);
        Arrays.fill(isVisited, false);
        count = 0;
    }

    /** Takes in a transition. */
    void learn(Step from, int pair, Step to, long time) {
        int state = from.state();
        if (!isVisited[state]) {
            isVisited[state] = true;
            visited[count++] = state;
        }
        System.arraycopy(from.legal(), 0, legal, state * actions, actions);
        if (to.discount() > 0) {
            System.arraycopy(to.legal(), 0, legal, to.state() * actions, actions);
        }
        next[pair] = to.state();
        reward[pair] = to.reward();
        discount[pair] = to.discount();
        tried[pair] = time;
    }

    int state(int pair) {
        return pair / actions;
    }

    boolean isTried(int pair) {
        return next[pair] != UNTRIED;
    }

    /** The state that followed; of an untried action the state it is tried in. */
    int next(int pair) {
        return next[pair] == UNTRIED ? state(pair) : next[pair];
    }

    /** The reward that followed; 0 of an untried action. */
    double reward(int pair) {
        return reward[pair];
    }

    /** The discount of what followed: 0 where the episode terminated. */
    double discount(int pair) {
        return discount[pair];
    }

    /** The time of the latest trial; 0 of an untried action. */
    long tried(int pair) {
        return tried[pair];
    }

    /** Which actions are legal, shared; those of a state begin at {@code state * actions}. All are, until a state says otherwise. */
    boolean[] legal() {
        return legal;
    }

    /** A pair that was tried: a state that was acted in, at random, and one of the actions tried there, at random. */
    int randomTried(RandomStream random) {
        return random(random, false);
    }

    /** A pair of a state that was acted in, at random, and one of its legal or tried actions, at random. */
    int randomLegal(RandomStream random) {
        return random(random, true);
    }

    private int random(RandomStream random, boolean untriedToo) {
        int first = visited[random.nextInt(count)] * actions;
        int choices = 0;
        for (int pair = first; pair < first + actions; pair++) {
            choices += offers(pair, untriedToo) ? 1 : 0;
        }
        int skip = random.nextInt(choices);
        int pair = first;
        while (!offers(pair, untriedToo) || skip-- > 0) {
            pair++;
        }
        return pair;
    }

    private boolean offers(int pair, boolean untriedToo) {
        return isTried(pair) || untriedToo && legal[pair];
    }

    /** What is saved beside the tensors. */
    public record Extent(int visited) {
    }

    void save(StateWriter out) {
        byte[] mask = new byte[legal.length];
        for (int pair = 0; pair < mask.length; pair++) {
            mask[pair] = (byte) (legal[pair] ? 1 : 0);
        }
        int[] states = Arrays.copyOf(visited, visited.length);
        // what lies behind is left over from another life
        Arrays.fill(states, count, states.length, 0);
        out.tensor(StateKind.PARAMETER, "next", tensor(next));
        out.tensor(StateKind.PARAMETER, "reward", tensor(reward));
        out.tensor(StateKind.PARAMETER, "discount", tensor(discount));
        out.tensor(StateKind.PARAMETER, "legal", Tensor.of(mask, visited.length, actions));
        out.tensor(StateKind.MEMORY, "tried", Tensor.of(tried, visited.length, actions));
        out.tensor(StateKind.MEMORY, "visited", Tensor.of(states, visited.length));
        out.record(StateKind.MEMORY, "extent", new Extent(count));
    }

    private Tensor tensor(int[] pairs) {
        return Tensor.of(pairs, visited.length, actions);
    }

    private Tensor tensor(double[] pairs) {
        return Tensor.of(pairs, visited.length, actions);
    }

    /** Takes over a saved model; an agent without one leaves an empty model. */
    void restore(StateReader in) {
        clear();
        if (!in.has("next")) {
            return;
        }
        byte[] mask = new byte[legal.length];
        in.into("next", tensor(next));
        in.into("reward", tensor(reward));
        in.into("discount", tensor(discount));
        in.into("legal", Tensor.of(mask, visited.length, actions));
        in.into("tried", Tensor.of(tried, visited.length, actions));
        in.into("visited", Tensor.of(visited, visited.length));
        count = in.record("extent", Extent.class).visited();
        for (int pair = 0; pair < mask.length; pair++) {
            legal[pair] = mask[pair] != 0;
        }
        for (int i = 0; i < count; i++) {
            isVisited[visited[i]] = true;
        }
    }
}
