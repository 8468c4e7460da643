package org.thaw.runtime.internal.state;

import org.thaw.api.StateKind;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/** Lets pass the tensors of one kind and nothing else. */
public final class OnlyKind implements StateWriter {
    private final StateKind kind;
    private final StateWriter out;

    /** Before a writer. */
    public OnlyKind(StateKind kind, StateWriter out) {
        this.kind = kind;
        this.out = out;
    }

    @Override
    public void tensor(StateKind of, String name, Tensor value) {
        if (of == kind) {
            out.tensor(of, name, value);
        }
    }

    @Override
    public void record(StateKind of, String name, Record value) {
        // a file of parameters is for other tools, which read tensors
    }

    @Override
    public StateWriter in(String path) {
        return new OnlyKind(kind, out.in(path));
    }
}
