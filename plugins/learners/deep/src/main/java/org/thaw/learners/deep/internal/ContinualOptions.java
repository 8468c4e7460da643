package org.thaw.learners.deep.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.networks.Network;
import org.thaw.toolkit.FirstValues;
import org.thaw.toolkit.HiddenUnits;
import org.thaw.toolkit.Penalty;
import org.thaw.toolkit.TrainedNetwork;
import org.thaw.toolkit.replay.TransitionBatch;
import org.thaw.toolkit.replay.TransitionMemory;

/**
 * What may be added to a deep agent so that it goes on learning in worlds that change; each is switched on by its strength. Continual backpropagation (Dohare
 * et al. 2024) replaces units of little use, regenerative regularisation (Kumar, Marklund and Van Roy 2023) draws weights to their first values, elastic weight
 * consolidation (Kirkpatrick et al. 2017) holds back those that mattered for tasks that have ended. The code is that of the supervised learners.
 *
 * <p>The Fisher information of a network of values takes these as means of normal distributions with variance 1:
 * {@code F_i = E_s Σ_a (∂Q(s, a) / ∂θ_i)²}, over states drawn from the replay memory when a task ends.
 */
final class ContinualOptions implements Stateful {
    private final DqnConfig config;
    private final QNetwork network;
    private final Context context;
    private final FirstValues first;
    private final Penalty penalty;
    private final List<HiddenUnits> layers = new ArrayList<>();

    ContinualOptions(DqnConfig config, QNetwork network, Context context) {
        this.config = config;
        this.network = network;
        this.context = context;
        TrainedNetwork trained = network.trained();
        first = new FirstValues(config.l2Init() > 0 ? trained.network().parameters() : new float[0]);
        penalty = new Penalty(config.ewc() > 0 ? trained.network().parameters().length : 0);
        RandomStream random = context.random("replacement");
        for (int layer = 1; config.replacement() > 0 && layer <= trained.hiddenLayers(); layer++) {
            layers.add(new HiddenUnits(trained, layer, config.start().initialiser(), random));
        }
    }

    /** The gradient is there: penalties add theirs. */
    void beforeStep() {
        Network inner = network.trained().network();
        if (config.l2Init() > 0) {
            first.addGradient(config.l2Init(), inner.parameters(), inner.gradient());
        }
        if (config.ewc() > 0) {
            penalty.addGradient(config.ewc(), inner.parameters(), inner.gradient());
        }
    }

    /** The step was taken; the activations are those of its batch. */
    void afterStep(int rows) {
        long replaced = 0;
        for (int i = 0; i < layers.size(); i++) {
            HiddenUnits layer = layers.get(i);
            layer.observe(network.trained().network().parameters(), rows, config.utilityDecay());
            layer.replace(config.replacement(), config.maturity(), config.utilityDecay());
            replaced += layer.replaced();
        }
        if (config.replacement() > 0) {
            context.measure("replaced", replaced);
        }
    }

    /** A task has ended: what it needs is consolidated. */
    void endTask(TransitionMemory memory, int actions) {
        if (config.ewc() == 0 || !memory.ready(config.horizon())) {
            return;
        }
        Network inner = network.trained().network();
        float[] sums = new float[inner.parameters().length];
        TransitionBatch batch = memory.batch(config.batch());
        RandomStream random = context.random("fisher");
        float[] delta = new float[batch.rows() * actions];
        int used = 0;
        for (; used < config.fisherSamples(); used += batch.rows()) {
            memory.draw(config.horizon(), random, batch);
            network.values(batch.states(), batch.rows());
            for (int action = 0; action < actions; action++) {
                for (int i = 0; i < delta.length; i++) {
                    delta[i] = i % actions == action ? 1 : 0;
                }
                network.addSquaredGradients(delta, batch.rows(), sums);
            }
        }
        penalty.consolidate(inner.parameters(), sums, used);
    }

    /** How many tasks were consolidated. */
    long tasks() {
        return penalty.tasks();
    }

    @Override
    public void save(StateWriter out) {
        if (config.l2Init() > 0) {
            out.part("l2-init", first);
        }
        if (config.ewc() > 0) {
            out.part("ewc", penalty);
        }
        for (int i = 0; i < layers.size(); i++) {
            out.in("continual-backprop").part("layer-" + (i + 1), layers.get(i));
        }
    }

    /** What the saved learner did not have begins here. */
    @Override
    public void restore(StateReader in) {
        if (config.l2Init() > 0) {
            in.part("l2-init", first);
        }
        if (config.ewc() > 0 && in.in("ewc").has("progress")) {
            in.part("ewc", penalty);
        }
        for (int i = 0; i < layers.size(); i++) {
            in.in("continual-backprop").part("layer-" + (i + 1), layers.get(i));
        }
    }
}
