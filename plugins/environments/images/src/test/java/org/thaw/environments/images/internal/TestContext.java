package org.thaw.environments.images.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.MissingDataException;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.environment.Environment;
import org.thaw.api.learner.Learner;

/** Finds data files where the system keeps them, makes environments from a list, has plain random streams; no network. */
final class TestContext implements Context {
    private final Map<String, Environment> environments;
    private final boolean hasData;
    final List<String> asked = new ArrayList<>();

    TestContext(boolean hasData, Map<String, Environment> environments) {
        this.hasData = hasData;
        this.environments = environments;
    }

    @Override
    public Path data(DataFile file) {
        asked.add(file.dataset() + "/" + file.name());
        for (Path place : file.places()) {
            if (hasData && Files.exists(place)) {
                if (!sha256(place).equals(file.sha256())) {
                    throw new AssertionError(place + " is not the file meant");
                }
                return place;
            }
        }
        throw new MissingDataException("Put " + file.name() + " into " + file.dataset() + "/.");
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Environment environment(String path, Spec spec) {
        return environments.get(spec.id());
    }

    @Override
    public RandomStream random(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RandomStream random(String name, long key) {
        Random random = new Random(31 * name.hashCode() + key);
        return new RandomStream() {
            @Override
            public int nextInt(int bound) {
                return random.nextInt(bound);
            }

            @Override
            public long nextLong() {
                return random.nextLong();
            }

            @Override
            public double nextDouble() {
                return random.nextDouble();
            }

            @Override
            public float nextFloat() {
                return random.nextFloat();
            }

            @Override
            public double nextGaussian() {
                return random.nextGaussian();
            }
        };
    }

    @Override
    public System.Logger logger() {
        return System.getLogger("test");
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public Path scratch() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Learner learner(String path, Spec spec, Signature signature) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void measure(String name, double value) {
    }

    @Override
    public void note(String key, String value) {
    }
}
