package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PowerTest {
    @Test
    void multipliesAsOftenAsTheExponentSays() {
        assertEquals(1, Power.of(0.9, 0));
        assertEquals(0.9, Power.of(0.9, 1));
        assertEquals(-8, Power.of(-2, 3));
        assertEquals(0x1p60, Power.of(2, 60));
        assertEquals(Math.pow(0.999, 12_345), Power.of(0.999, 12_345), 1e-15);
        assertEquals(0, Power.of(0.9, Long.MAX_VALUE));
    }
}
