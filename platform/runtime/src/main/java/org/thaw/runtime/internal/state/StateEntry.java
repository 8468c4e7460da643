package org.thaw.runtime.internal.state;

import java.util.List;
import org.thaw.api.StateKind;
import org.thaw.api.Tensor;

/** What a state consists of, without the tensors' content. */
sealed interface StateEntry {
    /** All parts of the name, joined by slashes. */
    String name();

    StateKind kind();

    /** A tensor's form. */
    record Numbers(String name, StateKind kind, Tensor.Type type, List<Integer> shape) implements StateEntry {
        @Override
        public String toString() {
            return name + " (" + kind + " " + type + shape + ")";
        }
    }

    /** A record as JSON. */
    record Text(String name, StateKind kind, String json) implements StateEntry {
        @Override
        public String toString() {
            return name + " (" + kind + " record " + (json.length() > 200 ? json.substring(0, 200) + "…" : json) + ")";
        }
    }
}
