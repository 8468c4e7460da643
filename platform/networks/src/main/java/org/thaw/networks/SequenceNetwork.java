package org.thaw.networks;

import java.util.List;

/**
 * A network over sequences: its output at a position depends on the inputs at that position and before, never on later ones.
 * As in {@link Network} there is one flat parameter vector and one flat gradient, all matrices are row-major, returned arrays
 * are buffers that stay valid until the next call of the same method, and nothing is allocated once the buffers have met
 * the largest batch.
 *
 * <p>There are two ways through it, with the same bits: {@link #forward} takes whole sequences and can be followed by
 * {@link #backward}; {@link #advance(Memory, int, float[], int, float[], int)} takes one position at a time and keeps what
 * later positions need in a {@link Memory}. For a sequence of any length, also beyond {@link #context()}, the outputs of
 * {@code advance} from an empty memory are those of {@code forward} over the whole sequence from its beginning, with a kernel
 * whose law holds (see {@link Kernels}).
 */
public interface SequenceNetwork {

    /** Number of values of one position's input. */
    int inputs();

    /** Number of values of one position's output. */
    int outputs();

    /**
     * The most positions that one layer looks back on, its own included. A network that carries a state on and on, and so has no
     * such limit, says {@link Integer#MAX_VALUE}.
     */
    int context();

    /**
     * Floating-point operations of one position going forward, a multiplication and an addition counting as two, as {@link Network#flopsForward()}
     * counts them: products with weights, and where there is attention those of queries with keys and of weights with values. Norms, gates, softmax
     * and activations are neglected.
     *
     * @param positions how many positions there are to look back on, its own included, at least 1; those beyond {@link #context()} do not count
     */
    long flopsForward(int positions);

    /** The same for a whole sequence from an empty past: its first position looks back on itself only. */
    default long flopsSequence(int length) {
        long flops = 0;
        for (int positions = 1; positions <= length; positions++) {
            flops += flopsForward(positions);
        }
        return flops;
    }

    /** Floating-point operations of a sequence from an empty past in a training step: three times those going forward, see {@link Network#flopsTraining()}. */
    default long flopsTraining(int length) {
        return 3 * flopsSequence(length);
    }

    /** The flat parameter vector: the live array. */
    float[] parameters();

    /** The flat gradient, laid out like {@link #parameters()}: the live array. */
    float[] gradient();

    /** The named slices of the flat vectors, in order and without gaps. */
    List<Parameter> layout();

    /**
     * The slice of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    default Parameter parameter(String name) {
        return layout().stream().filter(slice -> slice.name().equals(name)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("no parameter is called '" + name + "'; there are "
                        + layout().stream().map(Parameter::name).toList()));
    }

    /** The kernels in use. */
    Kernels kernels();

    /** Draws all parameters anew, in the order of the layout. */
    void initialise(Uniform random);

    /** A network of the same description and parameters that shares nothing with this one. Memories do not pass between them. */
    SequenceNetwork copy();

    /** As {@link #forward(float[], int, int, int)} from offset 0. */
    default float[] forward(float[] inputs, int sequences, int length) {
        return forward(inputs, 0, sequences, length);
    }

    /**
     * Computes the outputs of whole sequences, each from an empty past, and keeps what {@link #backward} needs.
     *
     * @param inputs    [sequences, length, {@link #inputs()}], from {@code offset}; read again by {@code backward}, so leave it
     *                  unchanged until then
     * @param offset    index of the first value
     * @param sequences number of sequences, at least 1
     * @param length    positions of each, at least 1; it may exceed {@link #context()}
     * @return a buffer with [sequences, length, {@link #outputs()}] values from index 0, valid until the next call
     * @throws IndexOutOfBoundsException if the inputs do not fit their array
     */
    float[] forward(float[] inputs, int offset, int sequences, int length);

    /**
     * Overwrites {@link #gradient()} with the gradient of the last {@link #forward}. The parameters must be the same as then.
     *
     * @param outputGradient derivative of the loss by each output, [sequences, length, outputs]; left unchanged
     * @throws IllegalStateException     if there was no forward call
     * @throws IndexOutOfBoundsException if the gradient is too short
     */
    void backward(float[] outputGradient);

    /** Empty memories for so many lives, at least 1, which this network alone can read. */
    Memory memory(int lanes);

    /**
     * Takes one life one position further.
     *
     * @param lane    which life of the memory
     * @param inputs  holds the position's {@link #inputs()} values from index {@code from}
     * @param outputs gets its {@link #outputs()} values from index {@code to}
     * @throws IllegalArgumentException  if the memory is another network's
     * @throws IndexOutOfBoundsException if there is no such lane, or an array is too short
     */
    void advance(Memory memory, int lane, float[] inputs, int from, float[] outputs, int to);

    /**
     * Takes several lives one position further, each its own; one call is faster than one for each lane, and has the same bits.
     *
     * @param lanes   which lives: the first {@code count} values, all different
     * @param inputs  [count, {@link #inputs()}]
     * @param outputs gets [count, {@link #outputs()}]
     * @throws IllegalArgumentException  if the memory is another network's
     * @throws IndexOutOfBoundsException if there is no such lane, or an array is too short
     */
    void advance(Memory memory, int[] lanes, int count, float[] inputs, float[] outputs);

    /** The pasts of some lives, as far as a network needs them to go on. It belongs to the network that made it. */
    interface Memory {

        /** Number of lives. */
        int lanes();

        /** Forgets the past of one life. */
        void clear(int lane);

        /** How many positions one life has behind it since it was cleared; not limited by the context. */
        int length(int lane);

        /** Number of values that {@link #save} writes for one life: always the same. */
        int size();

        /** Writes one life's past to {@code to[offset … offset + size())}. */
        void save(int lane, float[] to, int offset);

        /** Takes over a past that {@link #save} wrote, also of another lane or another network of the same description and parameters. */
        void restore(int lane, float[] from, int offset);
    }
}
