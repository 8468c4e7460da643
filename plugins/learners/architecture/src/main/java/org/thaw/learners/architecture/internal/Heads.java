package org.thaw.learners.architecture.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.Parameter;

/**
 * A last layer for each told task. The network has room for one, the end of its flat vector; here all are kept. A head may bring along its share of
 * other vectors of that layout: an optimiser's slots. Heads have positions, from 0, in the order in which their tasks were met.
 */
final class Heads {
    private final String learner;
    private final Parameter weight;
    private final Parameter bias;
    private final float[] fresh;
    /** The parameters, then the slots. */
    private final List<float[]> vectors = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();
    private final List<Integer> tasks = new ArrayList<>();
    /** By position, then by vector. */
    private final List<float[][]> kept = new ArrayList<>();

    /**
     * None yet; what the network has as its last layer is the fresh head.
     *
     * @param learner for messages
     * @param slots   what else to keep with each head, by name: live vectors, laid out like the parameters
     */
    Heads(String learner, Network network, Map<String, float[]> slots) {
        this.learner = learner;
        List<Parameter> layout = network.layout();
        weight = layout.get(layout.size() - 2);
        bias = layout.get(layout.size() - 1);
        vectors.add(network.parameters());
        suffixes.add("");
        slots.forEach((name, slot) -> {
            vectors.add(slot);
            suffixes.add("-" + name);
        });
        fresh = Arrays.copyOfRange(network.parameters(), weight.offset(), bias.end());
    }

    /** How many tasks were met. */
    int size() {
        return tasks.size();
    }

    /** The tasks' numbers, by position. */
    List<Integer> tasks() {
        return List.copyOf(tasks);
    }

    /**
     * Where the cue's task stands in the order of tasks; -1 if it was never met.
     *
     * @throws IllegalArgumentException if the cue tells no task
     */
    int position(Cue cue) {
        if (cue.task().isEmpty()) {
            throw new IllegalArgumentException(learner + " needs a cue that tells the task: use task-incremental learning, or another learner");
        }
        for (int i = 0; i < tasks.size(); i++) {
            if (cue.task().getAsInt() == tasks.get(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Adds a copy of the fresh head for the cue's task, with slots of 0; returns its position. */
    int add(Cue cue) {
        float[][] head = new float[vectors.size()][fresh.length];
        head[0] = fresh.clone();
        tasks.add(cue.task().getAsInt());
        kept.add(head);
        return tasks.size() - 1;
    }

    /** The same with values of its own, drawn as a network's first ones are. */
    int add(Cue cue, Initialiser initialiser, RandomStream random) {
        int position = add(cue);
        float[] head = kept.get(position)[0];
        int inputs = weight.shape().get(0);
        int outputs = weight.shape().get(1);
        initialiser.weights().fill(head, 0, weight.length(), inputs, outputs, random::nextDouble);
        initialiser.biases().fill(head, weight.length(), bias.length(), inputs, outputs, random::nextDouble);
        return position;
    }

    /** Puts a head into the network, and its slots into theirs. */
    void put(int position) {
        float[][] head = kept.get(position);
        for (int v = 0; v < head.length; v++) {
            System.arraycopy(head[v], 0, vectors.get(v), weight.offset(), fresh.length);
        }
    }

    /** Keeps what now stands in the network, and in the slots, as the head of that position. */
    void keep(int position) {
        float[][] head = kept.get(position);
        for (int v = 0; v < head.length; v++) {
            System.arraycopy(vectors.get(v), weight.offset(), head[v], 0, fresh.length);
        }
    }

    /** Writes a head, the fresh one for position -1, to the end of a vector laid out like the parameters. */
    void show(int position, float[] parameters) {
        System.arraycopy(position < 0 ? fresh : kept.get(position)[0], 0, parameters, weight.offset(), fresh.length);
    }

    /** Forgets all tasks; what the network now has as its last layer is the fresh head. */
    void startOver() {
        tasks.clear();
        kept.clear();
        System.arraycopy(vectors.get(0), weight.offset(), fresh, 0, fresh.length);
    }

    /**
     * Saves the heads, not their tasks.
     *
     * @param kind   what a head's parameters are to be saved as
     * @param except the position of the head that stands in the network and is saved with it; -1 if all are to be saved here
     */
    void save(StateWriter out, StateKind kind, int except) {
        out.tensor(StateKind.MEMORY, "fresh-head", Tensor.of(fresh, fresh.length));
        for (int i = 0; i < kept.size(); i++) {
            for (int v = 0; v < vectors.size() && i != except; v++) {
                out.tensor(v == 0 ? kind : StateKind.OPTIMISER, name(i, v), Tensor.of(kept.get(i)[v], fresh.length));
            }
        }
    }

    /**
     * Takes over heads, with the network restored already.
     *
     * @param met    the tasks' numbers, by position
     * @param except as they were saved
     * @param slots  whether the saved slots are of the same update rule; else they begin with 0
     */
    void restore(StateReader in, List<Integer> met, int except, boolean slots) {
        in.into("fresh-head", Tensor.of(fresh, fresh.length));
        tasks.clear();
        tasks.addAll(met);
        kept.clear();
        for (int i = 0; i < met.size(); i++) {
            kept.add(new float[vectors.size()][fresh.length]);
            if (i == except) {
                keep(i);
                continue;
            }
            for (int v = 0; v < vectors.size(); v++) {
                if (v == 0 || slots && in.has(name(i, v))) {
                    in.into(name(i, v), Tensor.of(kept.get(i)[v], fresh.length));
                }
            }
        }
    }

    private String name(int position, int vector) {
        return "head-" + position + suffixes.get(vector);
    }
}
