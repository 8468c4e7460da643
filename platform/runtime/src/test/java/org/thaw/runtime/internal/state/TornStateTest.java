package org.thaw.runtime.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.api.StateId;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.Tensor;

class TornStateTest {
    private static final String METADATA = "'__metadata__':{'crc32c':'00000000','format':'thaw-state:1','kinds':'{\\'w\\':\\'parameter\\'}'}";
    private static final String W = "'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

    @TempDir
    Path folder;
    private Path file;
    private byte[] good;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("a.safetensors");
        StateFile.write(file, SampleState.METADATA, SampleState::save);
        good = Files.readAllBytes(file);
    }

    private TornStateException assertTorn(byte[] bytes, String what) throws IOException {
        Files.write(file, bytes);
        return assertTorn(what);
    }

    private TornStateException assertTorn(String what) {
        TornStateException torn = assertThrows(TornStateException.class, () -> StateFile.open(file).close(), what);
        assertEquals(file, torn.file());
        assertTrue(torn.getMessage().startsWith(file + ": " + torn.place() + ": "), torn.getMessage());
        return torn;
    }

    @Test
    void anyFlippedBitIsFound() throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            int bit = i < 128 ? i : random.nextInt(8 * bad.length); // the first 16 bytes wholly
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertTorn(bad, "bit " + bit + " flipped");
        }
    }

    @Test
    void anyCutIsFound() throws IOException {
        SplittableRandom random = new SplittableRandom(43);
        for (int i = 0; i < 100; i++) {
            int length = i < 50 ? i : random.nextInt(good.length);
            assertTorn(Arrays.copyOf(good, length), "cut to " + length);
        }
        assertTorn(Arrays.copyOf(good, good.length - 1), "the last byte cut");
    }

    @Test
    void anyBytesTooManyOrChangedAreFound() throws IOException {
        SplittableRandom random = new SplittableRandom(44);
        for (int i = 0; i < 100; i++) {
            int at = random.nextInt(good.length + 1);
            byte[] more = new byte[1 + random.nextInt(40)];
            random.nextBytes(more);
            ByteBuffer inserted = ByteBuffer.allocate(good.length + more.length).put(good, 0, at).put(more).put(good, at, good.length - at);
            assertTorn(inserted.array(), more.length + " bytes inserted at " + at);

            byte[] changed = good.clone();
            System.arraycopy(more, 0, changed, random.nextInt(good.length - more.length), more.length);
            assertTorn(changed, "case " + i + ": " + more.length + " bytes changed");
        }
    }

    @Test
    void aBlockThatNeverReachedTheDiskIsFound() throws IOException {
        for (int at = 0; at < good.length; at += 64) {
            byte[] bad = good.clone();
            Arrays.fill(bad, at, Math.min(good.length, at + 512), (byte) 0);
            assertTorn(bad, "zeros from " + at);
        }
    }

    @Test
    void twoStatesMixedAreFound() throws IOException {
        Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4}, 4);
        StateFile.write(file, Map.of(), out -> out.tensor(StateKind.PARAMETER, "w", tensor));
        byte[] older = Files.readAllBytes(file);
        tensor.floats()[3] = 5;
        StateFile.write(file, Map.of(), out -> out.tensor(StateKind.PARAMETER, "w", tensor));
        byte[] mixed = Files.readAllBytes(file);
        StateFile.open(file).close();
        System.arraycopy(older, 0, mixed, 0, older.length - 16);
        assertEquals("byte 35, crc32c", assertTorn(mixed, "the header of one, the data of another").place());
    }

    @Test
    void noFileAndAFolderAreSaidToBeUnreadable() throws IOException {
        Files.delete(file);
        assertEquals("file", assertTorn("no file").place());
        Files.createDirectory(file);
        assertEquals("file", assertTorn("a folder").place());
    }

    @Test
    void aFileCutWhileItIsOpenIsFoundWhenItsTensorIsRead() throws IOException {
        try (StateFile open = StateFile.open(file)) {
            Files.write(file, Arrays.copyOf(good, good.length - 4));
            StateReader reader = open.reader("", new StateId("toy", 1));
            assertEquals("tensor u8", assertThrows(TornStateException.class, () -> reader.tensor("u8")).place());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, 100_000_001})
    void anAbsurdLengthOfTheHeaderIsRefusedBeforeAnythingIsAllocated(long length) throws IOException {
        ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        TornStateException torn = assertTorn(good, "length " + length);
        assertEquals("byte 0", torn.place());
        assertTrue(torn.getMessage().endsWith("found " + Long.toUnsignedString(length)), torn.getMessage());
    }

    /** Each with a right checksum, so that it is this fault that is found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [M,W]                                                                          | expected { as the first byte
            {M,W                                                                           | expected JSON
            {M,W} x                                                                        | header
            {M,W,}                                                                         | expected JSON
            {M,W}{}                                                                        | header
            {M,'w':3}                                                                      | expected JSON
            {M,W,W}                                                                        | expected every name once
            {M,M,W}                                                                        | expected every name once
            {W}                                                                            | not a state file of Thaw
            {'__metadata__':{},W}                                                          | not a state file of Thaw
            {'__metadata__':{'format':'thaw-state:2'},W}                                   | expected format thaw-state:1, found thaw-state:2
            {'__metadata__':{'format':3},W}                                                | expected a text, found NUMBER
            {'__metadata__':{'format':'thaw-state:1'},W}                                   | crc32c: expected the header to begin with
            {M,'w':{'dtype':'F16','shape':[4],'data_offsets':[0,8]}}                       | tensor w: expected a dtype of [F32, F64, I32, I64, U8], found F16
            {M,'w':{'dtype':null,'shape':[4],'data_offsets':[0,8]}}                        | tensor w: expected a dtype
            {M,'w':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}                       | tensor w: F32[3] has 12 bytes
            {M,'w':{'dtype':'F32','shape':[2],'data_offsets':[0,9]}}                       | tensor w: F32[2] has 8 bytes
            {M,'w':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}                       | tensor w: F32[2] has 8 bytes
            {M,'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8,9]}}                     | tensor w: expected dtype, shape and two data_offsets
            {M,'w':{'dtype':'F32','shape':[2]}}                                            | tensor w: expected dtype, shape and two data_offsets
            {M,'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}}                 | tensor w: expected the fields
            {M,'w':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}}         | expected every name once
            {M,'w':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}                      | tensor w: expected whole numbers
            {M,'w':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}                     | tensor w: expected whole numbers
            {M,'w':{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}}                     | tensor w: expected whole numbers
            {M,'w':{'dtype':'F32','shape':[[2]],'data_offsets':[0,8]}}                     | tensor w: expected whole numbers
            {M,'w':{'dtype':'F32','shape':[2],'data_offsets':[0,99999999999999999999]}}    | tensor w: expected whole numbers
            {M,'w':{'dtype':'F32','shape':[65536,65536,2],'data_offsets':[0,34359738368]}} | tensor w: expected a shape of fewer
            {M,'w':{'dtype':'F32','shape':[8589934592],'data_offsets':[0,34359738368]}}    | tensor w: expected a shape of fewer
            {M,'w':{'dtype':'U8','shape':[2000000000],'data_offsets':[0,2000000000]}}      | expected 2000000000 bytes, found 8
            {M,'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}                       | expected 4 bytes, found 8
            {M,'w':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}                       | tensor w: expected its data to begin at byte 0
            {M,W,'v':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}                     | tensor v: expected its data to begin at byte 8
            {M,W,'v':{'dtype':'F32','shape':[],'data_offsets':[12,16]}}                    | tensor v: expected its data to begin at byte 8
            {M}                                                                            | expected 0 bytes, found 8
            {M,'v':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}                       | kinds: expected those of [v], found those of [w]
            {'__metadata__':{'crc32c':'00000000','format':'thaw-state:1'},W}               | kinds: expected a JSON object
            {'__metadata__':{'crc32c':'00000000','format':'thaw-state:1','kinds':'[]'},W}  | kinds: expected a JSON object
            """)
    void everyFaultOfTheHeaderIsNamed(String header, String problem) throws IOException {
        craft(header);
        TornStateException torn = assertTorn(header);
        assertTrue(torn.getMessage().contains(problem), torn.getMessage());
    }

    @Test
    void theCraftedHeaderIsGoodWithoutAFault() throws IOException {
        craft("{M,W}");
        StateFile.open(file).close();
    }

    @Test
    void aRecordThatIsNoRecordIsFound() throws IOException {
        for (String[] each : new String[][] {{"3", "a JSON object"}, {"{", "a JSON object"}, {"{} x", "a JSON object"}}) {
            craft("{'__metadata__':{'crc32c':'00000000','format':'thaw-state:1','record/r':'" + each[0] + "','kinds':'{}'},W}");
            assertTrue(assertTorn(each[0]).getMessage().contains("header, record/r: expected " + each[1]), each[0]);
        }
        craft("{'__metadata__':{'crc32c':'00000000','format':'thaw-state:1','record/w':'{}','kinds':'{\\'w\\':\\'parameter\\'}'},W}");
        assertTrue(assertTorn("same name").getMessage().contains("expected every name once"));
        craft("{'__metadata__':{'crc32c':'00000000','format':'thaw-state:1','kinds':'{\\'w\\':\\'weights\\'}'},W}");
        assertTrue(assertTorn("unknown kind").getMessage().contains("kinds, w: expected one of [PARAMETER"));
    }

    @Test
    void aHeaderThatIsNotUtf8IsFound() throws IOException {
        byte[] bad = good.clone();
        bad[60] = (byte) 0xff;
        assertTrue(assertTorn(bad, "not UTF-8").getMessage().contains("expected UTF-8"));
    }

    /** A file with this header, eight bytes of data, and the right checksum if the header has a place for it. */
    private void craft(String header) throws IOException {
        byte[] json = header.replace("M", METADATA).replace("W", W).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json);
        Files.write(file, bytes.array());
        if (new String(json, StandardCharsets.UTF_8).startsWith(Checksum.OPENING)) {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                Checksum.stamp(out);
            }
        }
    }
}
