package org.thaw.deployer.internal;

import static org.thaw.deployer.Problem.Type.EMPTY;
import static org.thaw.deployer.Problem.Type.NOT_A_JAR;
import static org.thaw.deployer.Problem.Type.UNREADABLE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Files that are no sound jars: cut, flipped, grown, or no files at all. The seed decides where. */
final class ByteMutants {
    private static final long SEED = 20_260_101;
    private static final int CUTS = 12;
    private static final int FLIPS = 24;
    private static final int FIELD_FLIPS = 3;
    private static final int TOO_MANY = 100_001;
    private final byte[] good = PluginJar.learner("x").salted("salt").bytes();
    private final Random random = new Random(SEED);
    private final List<Mutant> mutants = new ArrayList<>();

    static List<Mutant> all() {
        ByteMutants made = new ByteMutants();
        made.cuts();
        made.flips();
        made.directory();
        made.duplicates();
        made.bombs();
        made.strangers();
        made.places();
        return made.mutants;
    }

    private void cuts() {
        for (int i = 0; i < CUTS; i++) {
            int length = 4 + random.nextInt(good.length - 4);
            jar("cut to " + length + " bytes", "", Arrays.copyOf(good, length));
        }
        byte[] hole = good.clone();
        Arrays.fill(hole, good.length / 4, good.length * 3 / 4, (byte) 0);
        jar("zeros in the middle", "entry ", hole);
    }

    /** Bits of the entries' contents. */
    private void flips() {
        for (int made = 0; made < FLIPS;) {
            ZipBytes zip = new ZipBytes(good);
            List<String> names = List.copyOf(zip.central.keySet());
            String name = names.get(random.nextInt(names.size()));
            long bit = zip.data(name) * 8L + random.nextInt(zip.packed(name) * 8);
            if (!zip.flip(bit).intact(name)) {   // some bits at the end mean nothing
                jar("bit " + bit + " flipped in " + name, name, zip.bytes);
                made++;
            }
        }
    }

    /** Bits of the lists at the end, in fields that readers trust; the packed size and the number of entries are not among them. */
    private void directory() {
        int[] fields = {0, ZipBytes.CENTRAL_CRC, ZipBytes.CENTRAL_SIZE, ZipBytes.CENTRAL_NAME_LENGTH, ZipBytes.CENTRAL_LOCAL};
        for (int field : fields) {
            for (int i = 0; i < FIELD_FLIPS; i++) {
                ZipBytes zip = new ZipBytes(good);
                List<Integer> offsets = List.copyOf(zip.central.values());
                long bit = (offsets.get(random.nextInt(offsets.size())) + field) * 8L + random.nextInt(16);
                jar("bit " + bit + " flipped in field " + field + " of the central directory", "", zip.flip(bit).bytes);
            }
        }
        for (int field : new int[] {0, ZipBytes.END_SIZE, ZipBytes.END_OFFSET}) {
            ZipBytes zip = new ZipBytes(good);
            long bit = (zip.end() + field) * 8L + random.nextInt(16);
            jar("bit " + bit + " flipped in field " + field + " of the end record", "", zip.flip(bit).bytes);
        }
        byte[] name = "s\u00e4lt".getBytes(StandardCharsets.UTF_8);
        byte[] broken = name.clone();
        broken[1] = (byte) 0xFF;
        jar("a name that is not UTF-8", "name", new ZipBytes(PluginJar.learner("x").with("s\u00e4lt", new byte[9]).bytes()).replace(name, broken).bytes);
    }

    private void duplicates() {
        for (String name : new String[] {"META-INF/MANIFEST.MF", "sample/Parts.class", "salt"}) {
            String draft = name.substring(0, name.length() - 1) + "?";
            byte[] bytes = PluginJar.learner("x").salted("salt").with(draft, new byte[] {1, 2, 3}).bytes();
            byte[] twice = new ZipBytes(bytes).replace(draft.getBytes(StandardCharsets.US_ASCII), name.getBytes(StandardCharsets.US_ASCII)).bytes;
            jar("two entries " + name, "entry " + name + " is there twice", twice);
        }
    }

    private void bombs() {
        ZipBytes huge = new ZipBytes(good);
        jar("an entry of 2 GiB", "entry salt", huge.put(huge.central.get("salt") + ZipBytes.CENTRAL_SIZE, Integer.MAX_VALUE).bytes);
        ZipBytes sum = new ZipBytes(good);
        sum.central.values().forEach(at -> sum.put(at + ZipBytes.CENTRAL_SIZE, 1 << 28));
        jar("entries of 256 MiB each", "expands to more than", sum.bytes);
        ZipBytes lying = new ZipBytes(PluginJar.learner("x").with("zeros", new byte[8 << 20]).bytes());
        jar("an entry longer than it says", "entry zeros", lying.put(lying.central.get("zeros") + ZipBytes.CENTRAL_SIZE, 10).bytes);
        PluginJar crowd = PluginJar.learner("x");
        for (int i = 0; i < TOO_MANY; i++) {
            crowd.with("e" + i, new byte[0]);
        }
        jar("a hundred thousand entries", "100000 are allowed", crowd.bytes());
    }

    private void strangers() {
        mutants.add(Mutant.of("no bytes", EMPTY, "empty", new byte[0]));
        for (String start : new String[] {"\u001f\u008b\u0008", "\u007fELF", "<html>404</html>", "\u00ef\u00bb\u00bfPK\u0003\u0004", " ", "P", "PK", "PK\u0003\u0004"}) {
            byte[] bytes = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), start.startsWith("P") ? start.length() : 200);
            jar("a file that begins with " + start.codePoints().mapToObj(Integer::toHexString).toList(), "", bytes);
        }
        byte[] noise = new byte[1_000];
        random.nextBytes(noise);
        jar("noise", "", noise);
        noise[0] = 'P';
        noise[1] = 'K';
        jar("noise that begins like a zip file", "", noise);
        byte[] shifted = new byte[good.length + 10];
        System.arraycopy(good, 0, shifted, 10, good.length);
        jar("ten bytes before the jar", "", shifted);
    }

    private void places() {
        place("a folder", "folder", Files::createDirectory);
        place("a link to nowhere", "link", file -> Files.createSymbolicLink(file, file.resolveSibling("nowhere")));
        place("a link to itself", "read", file -> Files.createSymbolicLink(file, file));
        place("a link to a folder", "folder", file -> Files.createSymbolicLink(file, file.getParent()));
        if (!System.getProperty("user.name").equals("root")) {   // who may read all
            place("a file without permissions", "right to read", file -> Files.createFile(file, PosixFilePermissions.asFileAttribute(Set.of())));
        }
    }

    private void place(String name, String place, Mutant.Put put) {
        mutants.add(new Mutant(name, Set.of(UNREADABLE), place, put));
    }

    private void jar(String name, String place, byte[] bytes) {
        mutants.add(Mutant.of(name, NOT_A_JAR, place, bytes));
    }
}
