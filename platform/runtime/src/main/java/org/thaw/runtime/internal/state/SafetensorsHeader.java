package org.thaw.runtime.internal.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of a safetensors file (github.com/huggingface/safetensors, "Format"): eight bytes of length, little endian, then JSON, then
 * the tensors' bytes without gaps.
 *
 * @param metadata texts by name, in order; empty where the file has none
 * @param tensors  by name, in the order in which they lie in the data
 * @param data     where the data begins in the file
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorSlot> tensors, long data) {
    static final String METADATA = "__metadata__";
    static final int LENGTH_BYTES = 8;
    /** The format allows no longer header. */
    static final int LONGEST = 100_000_000;
    static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    /**
     * Gives every tensor of a state its place. Wide types come first, so that all are aligned: what maps files into memory asks for that. */
    static Map<String, TensorSlot> layout(List<StateEntry> entries) {
        Map<String, TensorSlot> slots = new LinkedHashMap<>();
        long at = 0;
        for (int width : List.of(8, 4, 1)) {
            for (StateEntry entry : entries) {
                if (entry instanceof StateEntry.Numbers numbers && numbers.type().bytes() == width) {
                    TensorSlot slot = TensorSlot.at(numbers.type(), numbers.shape(), at);
                    slots.put(entry.name(), slot);
                    at = slot.end();
                }
            }
        }
        return slots;
    }
}
