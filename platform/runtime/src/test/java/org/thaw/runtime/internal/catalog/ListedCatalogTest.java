package org.thaw.runtime.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.ParameterInfo;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.toys.Centroids;
import org.thaw.runtime.toys.Scripts;
import org.thaw.runtime.toys.ToyLab;

class ListedCatalogTest {
    private final ListedCatalog catalog = new ListedCatalog(Stream.concat(ToyLab.toys().stream(),
            Stream.of("1.9.0", "1.10.0", "2.0.0.beta", "1.2.0").map(version -> centroids(version))).toList());

    static PluginEntry centroids(String version) {
        PluginEntry e = Entries.of(new Centroids.Factory());
        return new PluginEntry(e.kind(), e.id(), version, e.bundle(), "f".repeat(64), e.summary(), e.source(), e.accepts(), e.privilege(), e.factory(), e.configuration(),
                e.product());
    }

    @Test
    void versionsComeNewestFirstAsNumbersNotAsText() {
        assertEquals(List.of("2.0.0.beta", "1.10.0", "1.9.0", "1.2.0", "0.0.0"), catalog.entries(Plugin.Kind.LEARNER).stream().filter(e -> e.id().equals("centroids"))
                .map(PluginEntry::version).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"centroids | 2.0.0.beta", "centroids@1.2.0 | 1.2.0", "centroids@1.2 | 1.2.0", "centroids@2 | 2.0.0.beta", "centroids@[1.0,2) | 1.10.0",
            "centroids@(1.0,1.9] | 1.9.0", "centroids@0.0.0 | 0.0.0"})
    void aReferenceMeansTheNewestThatItAllows(String reference, String version) {
        assertEquals(version, catalog.find(Plugin.Kind.LEARNER, reference).version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "LEARNER | centroid | unknown learner \"centroid\"; did you mean \"centroids\"? (there are: centroids, copyist, surveyor, walker, wrapper) | centroids",
            "METRIC | zzzzzzzz | unknown metric \"zzzzzzzz\"; there are: count | ``",
            "SUMMARY | x | unknown summary \"x\"; there are none | ``",
            "LEARNER | centroids@3 | learner \"centroids\" has no version 3; there are: 2.0.0.beta, 1.10.0 | ``",
            "ENVIRONMENT | blobs@new | environment \"blobs@new\": expected a version such as 1.2.0 or a range such as [1.0,2) | ``"})
    void whatIsNotThereIsSaidWithWhatIs(Plugin.Kind kind, String reference, String message, String nearest) {
        UnknownPluginException e = assertThrows(UnknownPluginException.class, () -> catalog.find(kind, reference));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
        assertEquals(nearest, e.nearest());
        assertEquals(kind, e.kind());
        assertEquals(reference, e.reference());
    }

    @Test
    void parametersAreDescribedInPlainWords() {
        assertEquals(List.of(new ParameterInfo("epochs", "whole number", "3", "[1,*)", "passes", ""),
                new ParameterInfo("fork", "true or false", "false", "", "whether a copy learns beside the learner", "")), ParameterInfo.of(Scripts.Halves.class));
    }

    @Test
    void listsAreDescribedInThePlural() throws Exception {
        record Lists(List<Integer> a, List<List<Double>> b, List<Centroids.Fault> c, List<Boolean> d) {
        }
        assertEquals(List.of("list of whole numbers", "list of lists of numbers",
                "list of values, each one of none, throw-in-learn, nan, wrong-shape, learn-in-predict, throw-in-create, null-scores", "list of values, each true or false"),
                ParameterInfo.of(Lists.class).stream().map(ParameterInfo::type).toList());
    }
}
