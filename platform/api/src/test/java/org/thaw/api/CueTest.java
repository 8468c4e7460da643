package org.thaw.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CueTest {
    @Test
    void toldNothingEveryClassMayOccur() {
        assertTrue(Cue.none().allows(7));
        assertFalse(Cue.none().tellsClasses());
        assertEquals(OptionalInt.empty(), Cue.none().task());
    }

    @Test
    void toldClassesOnlyTheseMayOccur() {
        Cue cue = Cue.none().withClasses(5, 2, 5);
        assertTrue(cue.allows(2) && cue.allows(5));
        assertFalse(cue.allows(3));
        assertEquals(2, cue.classCount());
        assertEquals(2, cue.classAt(0));
        assertEquals(5, cue.classAt(1));
    }

    @Test
    void taskAndClassesAreToldIndependently() {
        Cue both = Cue.none().withTask(0).withClasses(1);
        assertEquals(OptionalInt.of(0), both.task());
        assertEquals(both, Cue.none().withClasses(1).withTask(0));
        assertEquals(both.hashCode(), Cue.none().withClasses(1).withTask(0).hashCode());
        assertEquals("cue(task 0, classes [1])", both.toString());
    }

    @Test
    void theOrderOfClassesDoesNotMatter() {
        assertEquals(Cue.none().withClasses(3, 1), Cue.none().withClasses(1, 3));
    }

    @Test
    void boundariesAreToldUnlessTheCueKeepsThemBack() {
        Cue untold = Cue.none().withoutBoundaries();
        assertTrue(Cue.none().withTask(1).withClasses(2).tellsBoundaries());
        assertFalse(untold.tellsBoundaries());
        assertFalse(untold.withTask(1).withClasses(2).tellsBoundaries());
        assertNotEquals(Cue.none(), untold);
        assertEquals("cue(task untold, classes untold, boundaries untold)", untold.toString());
    }

    @Test
    void negativeNumbersAndNoClassesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Cue.none().withTask(-1));
        assertThrows(IllegalArgumentException.class, () -> Cue.none().withClasses());
        assertThrows(IllegalArgumentException.class, () -> Cue.none().withClasses(-2, 1));
    }
}
