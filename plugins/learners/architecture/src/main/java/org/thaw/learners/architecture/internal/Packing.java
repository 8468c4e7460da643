package org.thaw.learners.architecture.internal;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Network;
import org.thaw.networks.Parameter;

/**
 * Which task owns which weight of a network's body, that is of all layers but the last: 0 for none, k for the k-th task learned. Biases belong to the
 * first task, as in the paper. The last layer has no owners: each task has one of its own.
 */
final class Packing implements Stateful {
    private final List<Parameter> body;
    private final byte[] owners;
    private final int head;

    Packing(Network network) {
        List<Parameter> layout = network.layout();
        body = layout.subList(0, layout.size() - 2);
        head = layout.get(layout.size() - 2).offset();
        owners = new byte[head];
        for (Parameter slice : body) {
            if (slice.shape().size() == 1) {
                Arrays.fill(owners, slice.offset(), slice.end(), (byte) 1);
            }
        }
    }

    /**
     * Ends the training of a task: of each layer's free weights the largest become its own, the others 0 and stay free.
     *
     * @param task  1 for the first
     * @param prune share of the free weights that stays free
     */
    void prune(float[] parameters, int task, double prune) {
        for (Parameter slice : body) {
            if (slice.shape().size() > 1) {
                prune(parameters, slice, task, prune);
            }
        }
    }

    private void prune(float[] parameters, Parameter slice, int task, double prune) {
        // magnitude above, index below: ascending, so that ties fall to the later weight
        long[] free = new long[slice.length()];
        int n = 0;
        for (int i = slice.offset(); i < slice.end(); i++) {
            if (owners[i] == 0) {
                free[n++] = (long) Float.floatToIntBits(Math.abs(parameters[i])) << 32 | (Integer.MAX_VALUE - i);
            }
        }
        Arrays.sort(free, 0, n);
        int pruned = (int) (prune * n);
        for (int k = 0; k < n; k++) {
            int i = Integer.MAX_VALUE - (int) free[k];
            if (k < pruned) {
                parameters[i] = 0;
            } else {
                owners[i] = (byte) task;
            }
        }
    }

    /** Sets the gradient of what a task must not change to 0: while it trains, what others own; once pruned, also what is free. */
    void hold(float[] gradient, int task, boolean pruned) {
        for (int i = 0; i < head; i++) {
            if (owners[i] != task && (pruned || owners[i] != 0)) {
                gradient[i] = 0;
            }
        }
    }

    /** Writes the body as a task sees it that has been packed: its own weights and those of tasks before it. */
    void view(float[] parameters, int task, float[] to) {
        for (int i = 0; i < head; i++) {
            to[i] = owners[i] > 0 && owners[i] <= task ? parameters[i] : 0;
        }
    }

    /** How many weights and biases a task owns; how many are free for task 0. */
    int owned(int task) {
        int count = 0;
        for (byte owner : owners) {
            count += owner == task ? 1 : 0;
        }
        return count;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "owners", Tensor.of(owners, owners.length));
    }

    @Override
    public void restore(StateReader in) {
        in.into("owners", Tensor.of(owners, owners.length));
    }
}
