package org.thaw.nd4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivatorTest {
    @Test
    void anOperationHasOneNativeThreadUnlessMoreAreAskedFor() throws Exception {
        assertEquals(1, Activator.threads(null));
        assertEquals(4, Activator.threads(" 4 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "two", "", "1.5"})
    void aCountThatIsNoneIsRefused(String value) {
        assertEquals("thaw.nd4j.threads is \"" + value + "\"; it must be a whole number of at least 1.",
            assertThrows(RefusedException.class, () -> Activator.threads(value)).getMessage());
    }

    @Test
    void librariesAreUnpackedUnderTheHomeFolderUnlessAnotherIsNamed() {
        assertEquals(Path.of(System.getProperty("user.home"), ".cache", "thaw", "natives"), Activator.parent(null));
        assertEquals(Path.of("elsewhere"), Activator.parent("elsewhere"));
    }
}
