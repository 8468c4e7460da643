package org.thaw.runtime.internal.state;

import org.thaw.api.StateId;
import org.thaw.api.StateReader;
import org.thaw.api.Tensor;

/** Reads the part of a file of saved state that lies below a path. */
final class StateFileReader implements StateReader {
    private final StateFile file;
    private final String path;
    private final StateId id;

    /** @param path empty, or with a slash at its end */
    StateFileReader(StateFile file, String path, StateId id) {
        this.file = file;
        this.path = path;
        this.id = id;
    }

    @Override
    public StateId id() {
        return id;
    }

    @Override
    public boolean has(String name) {
        return file.kinds().containsKey(path + name);
    }

    @Override
    public Tensor tensor(String name) {
        Tensor tensor = file.slot(path + name).blank();
        file.fill(path + name, tensor);
        return tensor;
    }

    /** Straight into the target, so that a large memory is never held twice. */
    @Override
    public void into(String name, Tensor target) {
        TensorSlot slot = file.slot(path + name);
        if (!slot.fits(target)) {
            throw new IllegalArgumentException(file.path() + ": " + path + name + ": expected a tensor " + target + ", got " + slot.form());
        }
        file.fill(path + name, target);
    }

    @Override
    public <R extends Record> R record(String name, Class<R> type) {
        return file.record(path + name, type);
    }

    @Override
    public StateReader in(String part) {
        return new StateFileReader(file, path + part + "/", id);
    }
}
