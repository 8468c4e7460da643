package org.thaw.runtime.internal.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;
import org.thaw.api.RandomStream;

/** A stream over xoroshiro128++ (Blackman and Vigna 2021) of Apache Commons RNG. */
final class CommonsStream implements RandomStream {
    private final RestorableUniformRandomProvider generator;

    private CommonsStream(long[] seed) {
        generator = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** The stream of that name under that seed: SHA-256 spreads both over the generator's 128 bits. */
    static CommonsStream of(long seed, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
            ByteBuffer bits = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new CommonsStream(new long[] {bits.getLong(), bits.getLong() | 1});
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] state() {
        return ((RandomProviderDefaultState) generator.saveState()).getState();
    }

    void state(byte[] state) {
        generator.restoreState(new RandomProviderDefaultState(state));
    }

    @Override
    public int nextInt(int bound) {
        return generator.nextInt(bound);
    }

    @Override
    public long nextLong() {
        return generator.nextLong();
    }

    @Override
    public double nextDouble() {
        return generator.nextDouble();
    }

    @Override
    public float nextFloat() {
        return generator.nextFloat();
    }

    /** Marsaglia's polar method, one of each pair thrown away so that the generator is all the state there is; StrictMath for equal bits everywhere. */
    @Override
    public double nextGaussian() {
        while (true) {
            double x = 2 * generator.nextDouble() - 1;
            double y = 2 * generator.nextDouble() - 1;
            double s = x * x + y * y;
            if (s > 0 && s < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
