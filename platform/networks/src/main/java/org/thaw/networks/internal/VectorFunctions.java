package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.broadcast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The functions of {@link Exponential} and {@link Normal} on vectors: the same operations in the same order, so the same bits. */
final class VectorFunctions {

    private VectorFunctions() {
    }

    /** e^x for x up to 88. The scale 2^n is put together from the bits of the number that rounding n left behind. */
    static FloatVector exp(FloatVector x) {
        FloatVector t = x.fma(broadcast(Exponential.LOG2_E), broadcast(Exponential.ROUND));
        FloatVector n = t.sub(broadcast(Exponential.ROUND));
        FloatVector r = n.fma(broadcast(-Exponential.LN2_LOW), n.fma(broadcast(-Exponential.LN2_HIGH), x));
        FloatVector p = broadcast(1.9875691500e-4f);
        p = p.fma(r, broadcast(1.3981999507e-3f));
        p = p.fma(r, broadcast(8.3334519073e-3f));
        p = p.fma(r, broadcast(4.1665795894e-2f));
        p = p.fma(r, broadcast(1.6666665459e-1f));
        p = p.fma(r, broadcast(5.0000001201e-1f));
        FloatVector y = p.fma(r.mul(r), r).add(broadcast(1f));
        FloatVector scale = t.reinterpretAsInts().add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
        return y.mul(scale).blend(FloatVector.zero(SPECIES), x.compare(VectorOperators.LT, broadcast(-87.3f)));
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector one = broadcast(1f);
        FloatVector e = exp(x.abs().neg());
        return e.blend(one, x.compare(VectorOperators.GE, broadcast(0f))).div(e.add(one));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector one = broadcast(1f);
        FloatVector a = x.abs();
        FloatVector z = x.mul(x);
        FloatVector p = broadcast(-5.70498872745e-3f);
        p = p.fma(z, broadcast(2.06390887954e-2f));
        p = p.fma(z, broadcast(-5.37397155531e-2f));
        p = p.fma(z, broadcast(1.33314422036e-1f));
        p = p.fma(z, broadcast(-3.33332819422e-1f));
        FloatVector small = p.mul(z).fma(x, x);
        // from 20 on the result is 1 whatever the exponential
        FloatVector twice = a.add(a);
        FloatVector e = exp(twice.blend(broadcast(40f), twice.compare(VectorOperators.GT, broadcast(40f))));
        FloatVector y = one.sub(broadcast(2f).div(e.add(one)));
        y = y.blend(y.neg(), x.compare(VectorOperators.LT, broadcast(0f)));
        return y.blend(small, a.compare(VectorOperators.LT, broadcast(0.625f)));
    }

    /** Φ(x) from z = |x|/√2 and e = e^(−z²). */
    static FloatVector cumulative(FloatVector x, FloatVector z, FloatVector e) {
        FloatVector one = broadcast(1f);
        FloatVector t = one.div(z.fma(broadcast(0.3275911f), one));
        FloatVector p = broadcast(1.061405429f);
        p = p.fma(t, broadcast(-1.453152027f));
        p = p.fma(t, broadcast(1.421413741f));
        p = p.fma(t, broadcast(-0.284496736f));
        p = p.fma(t, broadcast(0.254829592f));
        FloatVector tail = p.mul(broadcast(0.5f)).mul(t).mul(e);
        return tail.blend(one.sub(tail), x.compare(VectorOperators.GT, broadcast(0f)));
    }
}
