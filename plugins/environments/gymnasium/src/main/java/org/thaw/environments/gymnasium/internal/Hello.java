package org.thaw.environments.gymnasium.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;

/**
 * What the child says first.
 *
 * @param signature what is observed and done
 * @param software  names and versions of what plays
 */
record Hello(Signature signature, String software) {
    private static final int LONGEST = 1 << 16;

    /** @throws IllegalArgumentException if the child refuses to play; the message says why */
    static Hello read(Child child) {
        byte[] answer = new byte[LONGEST];
        int length = child.receive(answer);
        if (answer[0] == Wire.REFUSAL) {
            throw new IllegalArgumentException(child.name() + ": " + new String(answer, 1, length - 1, StandardCharsets.UTF_8));
        }
        try {
            ByteBuffer body = ByteBuffer.wrap(answer, 1, length - 1).order(ByteOrder.LITTLE_ENDIAN);
            if (answer[0] == Wire.HELLO && body.get() == Wire.VERSION) {
                Signature signature = new Signature(space(body), space(body));
                return new Hello(signature, StandardCharsets.UTF_8.decode(body).toString());
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw child.garbled(answer, length, e.toString());
        }
        throw child.garbled(answer, length, "expected what is observed and done");
    }

    private static Space space(ByteBuffer body) {
        byte kind = body.get();
        if (kind == Wire.CATEGORICAL) {
            return new Space.Categorical(body.getInt());
        }
        if (kind != Wire.FLOATS && kind != Wire.BYTES) {
            throw new IllegalArgumentException("a space of kind " + kind);
        }
        int rank = body.get();
        List<Integer> shape = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            shape.add(body.getInt());
        }
        return new Space.Real(kind == Wire.BYTES ? Tensor.Type.U8 : Tensor.Type.F32, shape, body.getDouble(), body.getDouble());
    }
}
