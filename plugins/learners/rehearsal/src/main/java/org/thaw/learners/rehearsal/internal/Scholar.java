package org.thaw.learners.rehearsal.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Network;
import org.thaw.toolkit.Decoder;
import org.thaw.toolkit.RowBuffers;

/** The scholar of the last task's end (Shin et al. 2017): a generator, which dreams up inputs, and a solver, which answers them. */
final class Scholar implements Stateful {
    private final Network solver;
    private final Decoder generator;
    private final RowBuffers<float[]> latent;

    /** A scholar of the same shapes; it knows nothing before {@link #take}. */
    Scholar(Network solver, Decoder generator) {
        this.solver = solver.copy();
        this.generator = generator.copy();
        latent = new RowBuffers<>(n -> new float[n * generator.latent()]);
    }

    /** Becomes a copy of these two. */
    void take(Network presentSolver, Decoder presentGenerator) {
        copy(presentSolver, solver);
        copy(presentGenerator.network(), generator.network());
    }

    private static void copy(Network from, Network to) {
        System.arraycopy(from.parameters(), 0, to.parameters(), 0, to.parameters().length);
    }

    /** Inputs drawn from the generator, [rows, size]: a buffer, valid until the next call for as many rows. */
    float[] dream(int rows, RandomStream random) {
        float[] z = latent.rows(rows);
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) random.nextGaussian();
        }
        return generator.means(z, rows);
    }

    /** The solver's scores, [rows, classes]: a buffer, valid until the next call. */
    float[] answers(float[] x, int rows) {
        return solver.forward(x, rows);
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "solver", tensor(solver));
        out.tensor(StateKind.MEMORY, "generator", tensor(generator.network()));
    }

    @Override
    public void restore(StateReader in) {
        in.into("solver", tensor(solver));
        in.into("generator", tensor(generator.network()));
    }

    private static Tensor tensor(Network network) {
        return Tensor.of(network.parameters(), network.parameters().length);
    }
}
