package org.thaw.runtime.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.thaw.api.StateId;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

class StateTest {
    private static final StateId ID = new StateId("toy", 2);

    record Count(long updates, double best) {
    }

    /** Tensors of every type, a record, and a part. */
    private static final class Thing implements Stateful {
        final Tensor f32 = Tensor.of(new float[] {1, Float.NaN, -0.0f, 3}, 2, 2);
        final Tensor f64 = Tensor.of(new double[] {1, Double.MIN_VALUE}, 2);
        final Tensor i32 = Tensor.of(new int[] {1, 2, 3}, 3);
        final Tensor i64 = Tensor.of(new long[] {Long.MIN_VALUE}, 1);
        final Tensor u8 = Tensor.of(new byte[] {-1, 0}, 2);
        final List<Thing> parts = new ArrayList<>();
        Count count = new Count(7, Double.NEGATIVE_INFINITY);

        @Override
        public void save(StateWriter out) {
            out.tensor(StateKind.PARAMETER, "f32", f32);
            out.tensor(StateKind.PARAMETER, "f64", f64);
            out.tensor(StateKind.MEMORY, "i32", i32);
            out.tensor(StateKind.OPTIMISER, "i64", i64);
            out.tensor(StateKind.MEMORY, "u8", u8);
            out.record(StateKind.OPTIMISER, "count", count);
            for (int i = 0; i < parts.size(); i++) {
                out.part("part" + i, parts.get(i));
            }
        }

        @Override
        public void restore(StateReader in) {
            in.into("f32", f32);
            in.into("f64", f64);
            in.into("i32", i32);
            in.into("i64", i64);
            in.into("u8", u8);
            count = in.record("count", Count.class);
            for (int i = 0; i < parts.size(); i++) {
                in.part("part" + i, parts.get(i));
            }
        }
    }

    private static Thing thing() {
        Thing thing = new Thing();
        thing.parts.add(new Thing());
        return thing;
    }

    private static void blank(Thing thing) {
        thing.f32.floats()[1] = 5;
        thing.f64.doubles()[1] = 5;
        thing.i32.ints()[0] = 5;
        thing.i64.longs()[0] = 5;
        thing.u8.bytes()[1] = 5;
        thing.count = new Count(0, 0);
        thing.parts.forEach(StateTest::blank);
    }

    @Test
    void whatIsRestoredIsWhatWasSavedWhateverHappenedInBetween() {
        Thing thing = thing();
        Snapshot snapshot = Snapshot.of(ID, thing);
        Fingerprint saved = Fingerprint.of(thing);
        blank(thing);
        assertNotEquals(saved, Fingerprint.of(thing));

        Thing other = thing();
        blank(other);
        snapshot.restore(thing);
        snapshot.restore(other);

        assertEquals(saved, Fingerprint.of(thing));
        assertEquals(saved, Fingerprint.of(other));
        assertEquals(new Count(7, Double.NEGATIVE_INFINITY), other.parts.get(0).count);
    }

    @Test
    void everyPartMattersToTheFingerprint() {
        String plain = Fingerprint.of(thing()).sha256();
        List<Consumer<Thing>> changes = List.of(t -> t.f32.floats()[2] = 0.0f, t -> t.f32.floats()[1] = Float.intBitsToFloat(0x7fc00001), t -> t.f64.doubles()[0] = 2,
                t -> t.i32.ints()[2] = 4, t -> t.i64.longs()[0] = 1, t -> t.u8.bytes()[0] = 1, t -> t.count = new Count(8, Double.NEGATIVE_INFINITY),
                t -> t.count = new Count(7, -0.0), t -> t.parts.get(0).i32.ints()[0] = 9, t -> t.parts.clear());
        List<String> all = new ArrayList<>(List.of(plain));
        for (Consumer<Thing> change : changes) {
            Thing changed = thing();
            change.accept(changed);
            all.add(Fingerprint.of(changed).sha256());
        }
        assertEquals(all.size(), all.stream().distinct().count(), "one of the changes did not show");
        assertEquals(plain, Fingerprint.of(thing()).sha256());
    }

    private static Stateful one(StateKind kind, String name, Tensor tensor) {
        return new Stateful() {
            @Override
            public void save(StateWriter out) {
                out.tensor(kind, name, tensor);
            }

            @Override
            public void restore(StateReader in) {
            }
        };
    }

    @Test
    void nameKindShapeAndTypeMatterToo() {
        List<String> all = List.of(one(StateKind.PARAMETER, "w", Tensor.zeros(Tensor.Type.F32, 4)), one(StateKind.PARAMETER, "v", Tensor.zeros(Tensor.Type.F32, 4)),
                one(StateKind.MEMORY, "w", Tensor.zeros(Tensor.Type.F32, 4)), one(StateKind.PARAMETER, "w", Tensor.zeros(Tensor.Type.F32, 2, 2)),
                one(StateKind.PARAMETER, "w", Tensor.zeros(Tensor.Type.I32, 4))).stream().map(each -> Fingerprint.of(each).sha256()).toList();
        assertEquals(5, all.stream().distinct().count());
    }

    @Test
    void aLargeTensorIsFingerprintedToItsLastElement() {
        float[] values = new float[100_003];
        String before = Fingerprint.of(one(StateKind.PARAMETER, "w", Tensor.of(values, values.length))).sha256();
        values[values.length - 1] = 1;
        assertNotEquals(before, Fingerprint.of(one(StateKind.PARAMETER, "w", Tensor.of(values, values.length))).sha256());
    }

    @Test
    void bytesAreCountedByKind() {
        Fingerprint print = Fingerprint.of(thing());
        assertEquals(2 * (16 + 16), print.bytes(StateKind.PARAMETER));
        assertEquals(2 * (12 + 2), print.bytes(StateKind.MEMORY));
        assertEquals(0, print.bytes(StateKind.RANDOM));
    }

    @Test
    void aSnapshotIsACopy() {
        Tensor live = Tensor.of(new float[] {1}, 1);
        Snapshot snapshot = Snapshot.of(ID, one(StateKind.PARAMETER, "w", live));
        live.floats()[0] = 2;

        snapshot.restore(new Stateful() {
            @Override
            public void save(StateWriter out) {
            }

            @Override
            public void restore(StateReader in) {
                assertEquals(1, in.tensor("w").floats()[0]);
                in.tensor("w").floats()[0] = 9;
                assertEquals(1, in.tensor("w").floats()[0], "what is handed out is the caller's own");
                assertEquals(ID, in.id());
                assertTrue(in.has("w"));
                assertFalse(in.has("v") || in.in("deeper").has("w"));
                assertTrue(assertThrows(IllegalArgumentException.class, () -> in.tensor("v")).getMessage().contains("toy:2 has no v; it has [w]"));
                assertThrows(IllegalArgumentException.class, () -> in.record("w", Count.class));
                assertThrows(IllegalArgumentException.class, () -> in.into("w", Tensor.zeros(Tensor.Type.F32, 2)));
            }
        });
    }

    @Test
    void oneNameIsWrittenOnce() {
        Stateful twice = new Stateful() {
            @Override
            public void save(StateWriter out) {
                out.tensor(StateKind.PARAMETER, "w", Tensor.zeros(Tensor.Type.F32, 1));
                out.record(StateKind.PARAMETER, "w", new Count(1, 1));
            }

            @Override
            public void restore(StateReader in) {
            }
        };
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Snapshot.of(ID, twice)).getMessage().contains("w is written twice"));
    }
}
