package org.thaw.tck.host;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.thaw.api.StateId;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** Saved state in memory, by path, and the test whether two are the same bit for bit. */
public final class MemoryState {
    private record Entry(StateKind kind, Object value) {
        boolean same(Entry other) {
            return other != null && kind == other.kind
                    && (value instanceof Tensor a && other.value instanceof Tensor b ? a.sameBits(b) : value.equals(other.value));
        }
    }

    private final StateId id;
    private final Map<String, Entry> entries = new TreeMap<>();

    private MemoryState(StateId id) {
        this.id = id;
    }

    /** What an object saves that saves nothing. */
    public static MemoryState none() {
        return new MemoryState(new StateId("tck", 1));
    }

    /** What an object saves. */
    public static MemoryState of(Stateful object) {
        return of(object, new StateId("tck", 1));
    }

    /** What an object saves, in a format of that id. */
    public static MemoryState of(Stateful object, StateId id) {
        MemoryState state = new MemoryState(id);
        object.save(state.writer(""));
        return state;
    }

    /** Puts another object into this state. */
    public void into(Stateful object) {
        object.restore(reader(""));
    }

    /** Whether names, kinds, forms and every bit agree. */
    public boolean sameAs(MemoryState other) {
        return difference(other).isEmpty();
    }

    /** Where this and another state differ, for people; empty if they do not. */
    public String difference(MemoryState other) {
        Set<String> names = new TreeSet<>(entries.keySet());
        names.addAll(other.entries.keySet());
        for (String name : names) {
            Entry mine = entries.get(name);
            Entry its = other.entries.get(name);
            if (mine == null || its == null) {
                return name + " is in one of the two only";
            }
            if (!mine.same(its)) {
                return name + ": " + mine + " against " + its;
            }
        }
        return "";
    }

    /** Whether nothing was saved. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The bytes of all tensors of one kind. */
    public long bytes(StateKind kind) {
        return entries.values().stream().filter(e -> e.kind() == kind && e.value() instanceof Tensor)
                .mapToLong(e -> (long) ((Tensor) e.value()).size() * ((Tensor) e.value()).type().bytes()).sum();
    }

    @Override
    public String toString() {
        return id + " " + entries;
    }

    private StateWriter writer(String prefix) {
        return new StateWriter() {
            @Override
            public void tensor(StateKind kind, String name, Tensor value) {
                put(name, new Entry(kind, value.copy()));
            }

            @Override
            public void record(StateKind kind, String name, Record value) {
                Plain.check(value, prefix + name);
                put(name, new Entry(kind, value));
            }

            private void put(String name, Entry entry) {
                if (entries.putIfAbsent(prefix + name, entry) != null) {
                    throw new IllegalArgumentException(prefix + name + " is saved twice");
                }
            }

            @Override
            public StateWriter in(String path) {
                return writer(prefix + path + "/");
            }
        };
    }

    private StateReader reader(String prefix) {
        return new StateReader() {
            @Override
            public StateId id() {
                return id;
            }

            @Override
            public boolean has(String name) {
                return entries.containsKey(prefix + name);
            }

            @Override
            public Tensor tensor(String name) {
                return get(name, Tensor.class).copy();
            }

            @Override
            public <R extends Record> R record(String name, Class<R> type) {
                return get(name, type);
            }

            private <T> T get(String name, Class<T> type) {
                Entry entry = entries.get(prefix + name);
                if (entry == null || !type.isInstance(entry.value())) {
                    throw new IllegalArgumentException("no " + type.getSimpleName() + " " + prefix + name + " among " + entries.keySet());
                }
                return type.cast(entry.value());
            }

            @Override
            public StateReader in(String path) {
                return reader(prefix + path + "/");
            }
        };
    }
}
