package org.thaw.networks.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.networks.Initialiser.Filling;
import org.thaw.networks.Parameter;
import org.thaw.networks.Uniform;

/** A flat parameter vector and its gradient in the making: parts claim slices; after {@link #seal} the vectors are there. */
public final class Flat {

    private final List<Parameter> slices = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private int size;
    private float[] parameters = new float[0];
    private float[] gradient = new float[0];

    private record Claim(Filling filling, int fanIn, int fanOut) {
    }

    /** Claims the next slice; returns its offset. */
    int claim(String name, Filling filling, int fanIn, int fanOut, Integer... shape) {
        Parameter slice = new Parameter(name, size, List.of(shape));
        slices.add(slice);
        claims.add(new Claim(filling, fanIn, fanOut));
        size = Math.addExact(size, Layer.size(slice.shape()));
        return slice.offset();
    }

    /** Ends the claims and makes the vectors. */
    public void seal() {
        parameters = new float[size];
        gradient = new float[size];
    }

    public void initialise(Uniform random) {
        for (int i = 0; i < slices.size(); i++) {
            Parameter slice = slices.get(i);
            Claim claim = claims.get(i);
            claim.filling().fill(parameters, slice.offset(), slice.length(), claim.fanIn(), claim.fanOut(), random);
        }
    }

    public void clearGradient() {
        Arrays.fill(gradient, 0f);
    }

    public float[] parameters() {
        return parameters;
    }

    public float[] gradient() {
        return gradient;
    }

    public List<Parameter> layout() {
        return List.copyOf(slices);
    }
}
