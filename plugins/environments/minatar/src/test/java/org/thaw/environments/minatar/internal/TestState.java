package org.thaw.environments.minatar.internal;

import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.StateId;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** Saved tensors in memory; tests may change them. */
final class TestState implements StateReader {
    final Map<String, Tensor> tensors;
    final Map<String, StateKind> kinds;
    private final String path;

    TestState() {
        this(new TreeMap<>(), new TreeMap<>(), "");
    }

    private TestState(Map<String, Tensor> tensors, Map<String, StateKind> kinds, String path) {
        this.tensors = tensors;
        this.kinds = kinds;
        this.path = path;
    }

    /** What a game's variables are now. */
    static TestState of(Game game) {
        TestState state = new TestState();
        game.visit(new SavedVariables(state.new Writer("")));
        return state;
    }

    /** What a world, or a part of one, saves now. */
    static TestState of(Stateful object) {
        TestState state = new TestState();
        object.save(state.new Writer(""));
        return state;
    }

    int number(String name) {
        return tensor(name).ints()[0];
    }

    TestState with(String name, int... values) {
        tensors.put(name, Tensor.of(values, values.length));
        return this;
    }

    /** A swarm: row, column, direction, move fuse and shot fuse of each thing. */
    TestState withSwarm(String name, int... values) {
        tensors.put(name, Tensor.of(values, values.length / 5, 5));
        return this;
    }

    /** Puts a game into this state. */
    void into(Game game) {
        game.visit(new RestoredVariables(this));
    }

    boolean sameAs(TestState other) {
        return tensors.keySet().equals(other.tensors.keySet())
                && tensors.entrySet().stream().allMatch(e -> e.getValue().sameBits(other.tensors.get(e.getKey())));
    }

    @Override
    public Tensor tensor(String name) {
        Tensor found = tensors.get(path + name);
        if (found == null) {
            throw new IllegalArgumentException("no " + path + name + "; there are " + tensors.keySet());
        }
        return found.copy();
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(path + name);
    }

    @Override
    public StateId id() {
        return new StateId("minatar", 1);
    }

    @Override
    public TestState in(String part) {
        return new TestState(tensors, kinds, path + part + "/");
    }

    @Override
    public <R extends Record> R record(String name, Class<R> type) {
        throw new UnsupportedOperationException();
    }

    private final class Writer implements StateWriter {
        private final String prefix;

        Writer(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void tensor(StateKind kind, String name, Tensor value) {
            if (tensors.put(prefix + name, value.copy()) != null) {
                throw new IllegalArgumentException(prefix + name + " is written twice");
            }
            kinds.put(prefix + name, kind);
        }

        @Override
        public void record(StateKind kind, String name, Record value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StateWriter in(String part) {
            return new Writer(prefix + part + "/");
        }
    }
}
