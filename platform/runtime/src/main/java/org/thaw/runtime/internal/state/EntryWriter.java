package org.thaw.runtime.internal.state;

import java.util.HexFormat;
import java.util.Optional;
import org.thaw.api.StateKind;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.internal.configuration.Configurations;

/** Hands on what is saved, one entry after the other. */
final class EntryWriter implements StateWriter {
    /** Takes an entry, with its content where it is a tensor. */
    interface Sink {
        void take(StateEntry entry, Optional<Tensor> tensor);
    }

    private final String path;
    private final Sink sink;

    EntryWriter(String path, Sink sink) {
        this.path = path;
        this.sink = sink;
    }

    @Override
    public void tensor(StateKind kind, String name, Tensor value) {
        sink.take(new StateEntry.Numbers(path + name, kind, value.type(), TensorSlot.shapeOf(value)), Optional.of(value));
    }

    @Override
    public void record(StateKind kind, String name, Record value) {
        sink.take(new StateEntry.Text(path + name, kind, ascii(Json.COMPACT.toJson(Configurations.write(value)))), Optional.empty());
    }

    @Override
    public StateWriter in(String part) {
        return new EntryWriter(path + part + "/", sink);
    }

    /** With escapes for all that is not ASCII: a lone surrogate, which a Java string may hold, has no UTF-8. */
    private static String ascii(String json) {
        StringBuilder text = new StringBuilder();
        for (char c : json.toCharArray()) {
            if (c < 0x7f) {
                text.append(c);
            } else {
                text.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return text.toString();
    }
}
