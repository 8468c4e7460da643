package org.thaw.runtime.internal.state;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.StateId;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.Stateful;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Place;

/** Saved state in memory. */
public final class Snapshot {
    private record Entry(StateKind kind, Tensor tensor, JsonObject json) {
    }

    private final StateId id;
    private final Map<String, Entry> entries = new TreeMap<>();

    private Snapshot(StateId id) {
        this.id = id;
    }

    /** What an object saves now. */
    public static Snapshot of(StateId id, Stateful object) {
        Snapshot snapshot = new Snapshot(id);
        object.save(snapshot.new Writer(""));
        return snapshot;
    }

    /** Hands it to an object. */
    public void restore(Stateful object) {
        object.restore(new Reader(""));
    }

    private final class Writer implements StateWriter {
        private final String path;

        Writer(String path) {
            this.path = path;
        }

        @Override
        public void tensor(StateKind kind, String name, Tensor value) {
            put(name, new Entry(kind, value.copy(), null));
        }

        @Override
        public void record(StateKind kind, String name, Record value) {
            put(name, new Entry(kind, null, Configurations.write(value)));
        }

        private void put(String name, Entry entry) {
            if (entries.putIfAbsent(path + name, entry) != null) {
                throw new IllegalArgumentException("state " + id + ": the name " + path + name + " is written twice");
            }
        }

        @Override
        public StateWriter in(String part) {
            return new Writer(path + part + "/");
        }
    }

    private final class Reader implements StateReader {
        private final String path;

        Reader(String path) {
            this.path = path;
        }

        @Override
        public StateId id() {
            return id;
        }

        @Override
        public boolean has(String name) {
            return entries.containsKey(path + name);
        }

        @Override
        public Tensor tensor(String name) {
            Tensor tensor = entry(name).tensor();
            if (tensor == null) {
                throw new IllegalArgumentException("state " + id + ": " + path + name + " is a record, not a tensor");
            }
            return tensor.copy();
        }

        @Override
        public <R extends Record> R record(String name, Class<R> type) {
            JsonObject json = entry(name).json();
            if (json == null) {
                throw new IllegalArgumentException("state " + id + ": " + path + name + " is a tensor, not a record");
            }
            return Configurations.restore(json, type, new Place("state " + id, path + name));
        }

        private Entry entry(String name) {
            Entry entry = entries.get(path + name);
            if (entry == null) {
                throw new IllegalArgumentException("state " + id + " has no " + path + name + "; it has " + entries.keySet());
            }
            return entry;
        }

        @Override
        public StateReader in(String part) {
            return new Reader(path + part + "/");
        }
    }
}
