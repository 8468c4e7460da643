package org.thaw.runtime.internal.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.thaw.api.StateWriter;

/** First pass over what is saved: its names and forms, in order. */
final class StateEntries {
    private final Set<String> names = new HashSet<>();
    private final List<StateEntry> all = new ArrayList<>();

    private StateEntries() {
    }

    static List<StateEntry> of(Consumer<StateWriter> content) {
        StateEntries entries = new StateEntries();
        content.accept(new EntryWriter("", (entry, tensor) -> entries.add(entry)));
        return entries.all;
    }

    private void add(StateEntry entry) {
        if (!names.add(entry.name())) {
            throw new IllegalArgumentException("the name " + entry.name() + " is written twice");
        }
        if (entry.name().equals(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException("the name " + entry.name() + " is that of the file's own metadata; expected another");
        }
        all.add(entry);
    }
}
