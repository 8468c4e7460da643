package org.thaw.learners.streaming.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;
import org.thaw.tck.host.HostStream;

class AdwinTest {
    @Test
    void boundOfAWorkedExample() {
        // 100 zeros and 8 ones, δ = 0.01: ln(2 ln 108 / 0.01) = 6.842, 1/m = 0.135, σ² = 8·100/108² = 0.06859
        // √(2 · 0.135 · 0.06859 · 6.842) + 2/3 · 0.135 · 6.842 = 0.3560 + 0.6158
        assertEquals(0.9718, Adwin.bound(100, 8, 800.0 / (108 * 108), 0.01), 2e-4);
    }

    @Test
    void cutsWhenOnesOutweighTheBound() {
        Adwin adwin = new Adwin(0.01);
        for (int i = 0; i < 100; i++) {
            assertFalse(adwin.add(0));
        }
        // as far as it takes the bound below the difference of 1: at 7 ones it is 1.055, at 8 it is 0.972; a bucket that holds both can put it off
        int ones = 0;
        while (!adwin.add(1)) {
            ones++;
        }
        assertTrue(ones + 1 >= 8 && ones + 1 <= 10, "cut after " + (ones + 1));
        // it loses one old bucket after another
        long after = adwin.length();
        assertTrue(after < 100 + ones, "the window kept " + after);
        for (int i = 0; i < 30; i++) {
            adwin.add(1);
        }
        assertTrue(adwin.mean() > 0.7, "the window's mean is " + adwin.mean());
    }

    @Test
    void aFallIsCutButIsNoRise() {
        Adwin adwin = new Adwin(0.01);
        for (int i = 0; i < 200; i++) {
            adwin.add(1);
        }
        for (int i = 0; i < 200; i++) {
            assertFalse(adwin.add(0));
        }
        assertTrue(adwin.mean() < 0.1 && adwin.length() <= 220);
    }

    @Test
    void keepsEverythingWhileNothingChanges() {
        RandomStream random = new HostStream(1);
        Adwin adwin = new Adwin(0.002);
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextBoolean(0.3) ? 1 : 0;
            sum += value;
            adwin.add(value);
        }
        assertEquals(20_000, adwin.length());
        assertEquals(sum / 20_000, adwin.mean(), 1e-12);
    }

    @Test
    void findsASmallRiseInNoise() {
        RandomStream random = new HostStream(2);
        Adwin adwin = new Adwin(0.002);
        for (int i = 0; i < 5_000; i++) {
            adwin.add(random.nextBoolean(0.2) ? 1 : 0);
        }
        boolean rose = false;
        for (int i = 0; i < 2_000; i++) {
            rose |= adwin.add(random.nextBoolean(0.4) ? 1 : 0);
        }
        assertTrue(rose);
        assertEquals(0.4, adwin.mean(), 0.05);
    }
}
