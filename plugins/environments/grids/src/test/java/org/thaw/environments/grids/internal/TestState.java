package org.thaw.environments.grids.internal;

import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.StateId;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** Saved records in memory. */
final class TestState implements StateWriter, StateReader {
    final Map<String, Record> records = new TreeMap<>();

    @Override
    public void record(StateKind kind, String name, Record value) {
        records.put(name, value);
    }

    @Override
    public <R extends Record> R record(String name, Class<R> type) {
        return type.cast(records.get(name));
    }

    @Override
    public boolean has(String name) {
        return records.containsKey(name);
    }

    @Override
    public StateId id() {
        return new StateId("grid-world", 1);
    }

    @Override
    public void tensor(StateKind kind, String name, Tensor value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor tensor(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void part(String path, Stateful part) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestState in(String path) {
        throw new UnsupportedOperationException();
    }
}
