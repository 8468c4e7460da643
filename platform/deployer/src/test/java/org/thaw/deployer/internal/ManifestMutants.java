package org.thaw.deployer.internal;

import static org.thaw.deployer.Problem.Type.FACTORY_FAILED;
import static org.thaw.deployer.Problem.Type.FACTORY_MISSING;
import static org.thaw.deployer.Problem.Type.FACTORY_TYPE;
import static org.thaw.deployer.Problem.Type.MALFORMED;
import static org.thaw.deployer.Problem.Type.NOT_A_BUNDLE;
import static org.thaw.deployer.Problem.Type.NOT_A_LEAF;
import static org.thaw.deployer.Problem.Type.NOT_STARTED;
import static org.thaw.deployer.Problem.Type.NO_PLUGIN;
import static org.thaw.deployer.Problem.Type.UNRESOLVED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.api.Plugin.Kind;
import org.thaw.deployer.Problem;
import sample.Parts;

/** Jars whose bytes are sound and whose manifests or classes are not. */
final class ManifestMutants {
    private static final String FACTORY = Parts.OfLearners.class.getName();
    private static final int FOREIGN_MAJOR = 200;
    private final List<Mutant> mutants = new ArrayList<>();

    static List<Mutant> all() {
        ManifestMutants made = new ManifestMutants();
        made.headers();
        made.attributes();
        made.texts();
        made.classes();
        return made.mutants;
    }

    private void headers() {
        header(NOT_A_BUNDLE, "Bundle-Version", "one", "-1", "1..0", "1.0.0.bad qualifier", "1,0", "1.0.0.0.0", "\u00fc", "99999999999999999999", "1.0.0.");
        header(NOT_A_BUNDLE, "Bundle-SymbolicName", "", ";", ";;x", "a b", "t\u00e4st", "../../x", "a/b", "n".repeat(5_000));
        header(NOT_A_BUNDLE, "Bundle-ManifestVersion", "", "1", "3", "two");
        header(NOT_A_BUNDLE, "Import-Package", ";;=", "org.thaw.api;version=x", "org.thaw.api,org.thaw.api", "=");
        header(NOT_A_BUNDLE, "Require-Capability", "a;filter:=\"(\"", "a;filter:=x");
        header(NOT_A_BUNDLE, "Require-Bundle", "x;bundle-version=y");
        header(NOT_A_BUNDLE, "DynamicImport-Package", ";;=");
        header(NOT_A_BUNDLE, "Require-Capability", "a;filter:=\"" + "(!".repeat(10_000) + "(a=b)" + ")".repeat(10_000) + "\"");
        header(UNRESOLVED, "Require-Capability", "a.capability", ";", "a;filter:=\"(a=" + "b".repeat(100_000) + ")\"");
        header(UNRESOLVED, "Import-Package", "org.nowhere", "org.thaw.api;version=\"[9,10)\"");
        header(UNRESOLVED, "Require-Bundle", "no.such.bundle");
        header(NOT_A_LEAF, "Fragment-Host", "test.innocent", ";");
        header(NOT_A_LEAF, "Export-Package", "sample", ",");
        header(NOT_STARTED, "Bundle-Activator", "no.such.Activator", "sample.Parts");
    }

    private void attributes() {
        String rest = "class=" + FACTORY + ";kind=LEARNER;id=";
        for (String id : new String[] {"\"\"", "A", "a_b", "\"-a\"", "a-", "a--b", "\"a/b/c\"", "\"\u00e4\"", "a".repeat(101), "a-".repeat(200_000) + "a"}) {
            capability(MALFORMED, "id", rest + id);
        }
        for (String kind : new String[] {"learner", "ROBOT", "\"\"", "\"LEARNER \""}) {
            capability(MALFORMED, "kind", "class=" + FACTORY + ";id=x;kind=" + kind);
        }
        for (String state : new String[] {"X", "x:0", "x:-1", "x:y", ":1", "x:99999999999", "a-".repeat(1_900) + ":1", "\u00e4:1"}) {
            capability(MALFORMED, "state", rest + "x;state=\"" + state + "\"");
            capability(MALFORMED, "state", rest + "x;accepts:List<String>=\"y:1," + state + "\"");
        }
        capability(MALFORMED, "privilege", rest + "x;privilege=ROOT");
        capability(MALFORMED, "class", "kind=LEARNER;id=x");
        capability(MALFORMED, "class", "class=\" \";kind=LEARNER;id=x");
        capability(MALFORMED, "summary", rest + "x;summary=\"" + "word ".repeat(1_000) + "\"");
        capability(MALFORMED, "twice", rest + "x,org.thaw.plugin;" + rest + "x");
        capability(FACTORY_MISSING, "no.such.Factory", "class=no.such.Factory;kind=LEARNER;id=x");
        capability(FACTORY_MISSING, "sample/Parts", "class=\"sample/Parts\";kind=LEARNER;id=x");
        capability(FACTORY_MISSING, "int", "class=int;kind=LEARNER;id=x");
        capability(FACTORY_TYPE, "java.lang.String", "class=java.lang.String;kind=LEARNER;id=x");
        capability(FACTORY_TYPE, "MetricFactory", "class=" + FACTORY + ";kind=METRIC;id=x");
        capability(FACTORY_FAILED, "NeedsAnArgument", "class=\"sample.Parts$NeedsAnArgument\";kind=LEARNER;id=x");
        capability(MALFORMED, "class", "class");
        capability(NOT_A_BUNDLE, "Provide-Capability", "class=\"unbalanced");
        capability(NOT_A_BUNDLE, "Provide-Capability", rest + "x;state:Version=\"x\"");
        capability(NOT_A_BUNDLE, "Provide-Capability", rest + "x;id=y");
        mutants.add(Mutant.of("no capability", NO_PLUGIN, "org.thaw.plugin", PluginJar.named("test.x")));
    }

    private void texts() {
        String good = "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\nBundle-SymbolicName: test.x\r\n";
        text("a line without a colon", good + "Bundle-Version\r\n\r\n", "META-INF/MANIFEST.MF");
        text("a header name with a blank", good + "Bundle Version: 1\r\n\r\n", "META-INF/MANIFEST.MF");
        text("a continuation at the start", " x\r\n" + good + "\r\n", "META-INF/MANIFEST.MF");
        text("a header name of 80 letters", good + "B".repeat(80) + ": 1\r\n\r\n", "META-INF/MANIFEST.MF");
        text("nothing at all", "", "manifest");
        text("blank lines only", "\r\n\r\n", "manifest");
        text("two MiB of one header", good + "X: " + "y".repeat(2 << 20) + "\r\n\r\n", "META-INF/MANIFEST.MF");
        mutants.add(Mutant.of("manifest in UTF-16", NOT_A_BUNDLE, "META-INF/MANIFEST.MF",
                PluginJar.learner("x").manifest(good.getBytes(StandardCharsets.UTF_16))));
        mutants.add(Mutant.of("manifest of zeros", NOT_A_BUNDLE, "Bundle-SymbolicName", PluginJar.learner("x").manifest(new byte[100])));
        mutants.add(Mutant.of("no manifest", NOT_A_BUNDLE, "META-INF/MANIFEST.MF", PluginJar.learner("x").withoutManifest()));
    }

    private void classes() {
        String entry = FACTORY.replace('.', '/') + ".class";
        byte[] good = PluginJar.learner("x").entry(entry);
        byte[] newer = good.clone();
        newer[7] = (byte) FOREIGN_MAJOR;
        factory("of a later Java", entry, newer);
        byte[] other = good.clone();
        other[0] = 0;
        factory("without its magic number", entry, other);
        factory("that is empty", entry, new byte[0]);
        factory("that is another class", entry, PluginJar.learner("x").entry("sample/Settings.class"));
        for (int i = 1; i <= 5; i++) {
            factory("cut to " + i + "/6", entry, Arrays.copyOf(good, good.length * i / 6));
        }
        mutants.add(Mutant.of("no factory class", FACTORY_MISSING, FACTORY, PluginJar.learner("x").without(Parts.OfLearners.class)));
        mutants.add(Mutant.of("a factory that throws", FACTORY_FAILED, "Parts$Throws", PluginJar.named("test.x").offer(Kind.LEARNER, "x", Parts.Throws.class)));
    }

    private void header(Problem.Type type, String name, String... values) {
        String place = type == NOT_A_BUNDLE ? name : "";
        for (String value : values) {
            mutants.add(Mutant.of(name + ": " + shown(value), type, place, PluginJar.learner("x").header(name, value)));
        }
    }

    private void capability(Problem.Type type, String place, String attributes) {
        mutants.add(Mutant.of("org.thaw.plugin;" + shown(attributes), type, place, PluginJar.named("test.x").capability(attributes)));
    }

    private void text(String name, String manifest, String place) {
        mutants.add(Mutant.of("manifest with " + name, NOT_A_BUNDLE, place, PluginJar.learner("x").manifest(manifest.getBytes(StandardCharsets.UTF_8))));
    }

    private void factory(String name, String entry, byte[] bytes) {
        mutants.add(Mutant.of("a factory class " + name, FACTORY_MISSING, FACTORY, PluginJar.learner("x").with(entry, bytes)));
    }

    private static String shown(String value) {
        return value.length() < 90 ? value : value.substring(0, 90) + "\u2026 (" + value.length() + ")";
    }
}
