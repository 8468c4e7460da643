package org.thaw.runtime.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1e-7, 1E-7", "0x1p-1074, 5E-324", "0x1.fffffffffffffp1023, 1.7976931348623157E+308", "0, 0.0", "-0.0, -0.0", "3, 3.0", "-2, -2.0",
        "1e15, 1E+15", "999999999999999, 999999999999999.0", "123456.789, 123456.789", "0.30000000000000004, 0.30000000000000004", "2.2250738585072014E-308, 2.2250738585072014E-308",
        "0.000001, 0.000001", "1e22, 1E+22", "2e-3, 0.002"})
    void aDoubleIsTheShortestDecimalThatReadsBack(String value, String text) {
        assertEquals(text, Numbers.format(Double.parseDouble(value)));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1e-7, 1E-7", "1.4e-45, 1E-45", "3.4028235e38, 3.4028235E+38", "16777216, 16777216", "0.33333334, 0.33333334", "-0.0, -0.0", "5, 5.0"})
    void aFloatIsTheShortestDecimalThatReadsBack(String value, String text) {
        assertEquals(Float.parseFloat(value), Float.parseFloat(Numbers.format(Float.parseFloat(value))));
        assertEquals(text, Numbers.format(Float.parseFloat(value)));
    }

    @Test
    void everyDoubleReadsBackToItsBits() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = Numbers.format(value);
                assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(Double.parseDouble(text)), text);
            }
        }
    }

    @Test
    void everyFloatReadsBackToItsBits() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                String text = Numbers.format(value);
                assertEquals(Float.floatToRawIntBits(value), Float.floatToRawIntBits(Float.parseFloat(text)), text);
            }
        }
    }

    @Test
    void noTextIsLongerThanSeventeenDigitsNeed() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            String digits = Numbers.format(random.nextDouble()).replaceAll("E.*|[.-]", "").replaceFirst("^0+", "");
            assertTrue(digits.length() <= 17, digits);
        }
    }
}
