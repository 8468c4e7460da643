package org.thaw.environments.minatar.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.thaw.api.environment.Step;

/** SHA-256 over steps as the traces take it: cells, reward, end, a byte each. */
final class Digest {
    private final MessageDigest sha;

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Digest add(Step step) {
        float[] cells = step.observation().floats();
        byte[] bytes = new byte[cells.length + 2];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != 0 && cells[i] != 1) {
                throw new AssertionError("element " + i + " is " + cells[i] + ", neither 0 nor 1");
            }
            bytes[i] = (byte) cells[i];
        }
        bytes[cells.length] = (byte) step.reward();
        bytes[cells.length + 1] = (byte) (step.isLast() ? 1 : 0);
        sha.update(bytes);
        return this;
    }

    /** Lower-case hexadecimal; begins anew. */
    String end() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
