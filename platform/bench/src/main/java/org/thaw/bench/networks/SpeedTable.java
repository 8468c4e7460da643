package org.thaw.bench.networks;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** Rates by case, of our two kinds of kernels and of PyTorch, if it was there. */
record SpeedTable(Map<String, String> vector, Map<String, String> openblas, Map<String, String> torch) {
    private static final String ROW = "%-51s %10s %10s %10s %10s %8s %8s   %-18s %s%n";

    void print(PrintStream out) {
        double scale = rate(openblas, SpeedCase.CALIBRATION) / SpeedCase.CALIBRATION.pytorch();
        String version = torch.containsKey("version") ? "PyTorch " + torch.get("version") + " beside it; " : "";
        out.printf(Locale.ROOT, "%sPyTorch of record scaled by %.2f: OpenBLAS itself does %.0f GFLOP/s at 1024 here, %.0f there.%n", version, scale,
                rate(openblas, SpeedCase.CALIBRATION), SpeedCase.CALIBRATION.pytorch());
        out.printf(Locale.ROOT, ROW, "1/s of CPU time, one core", "default", "fastest", "torch", "record", "default", "fastest", "target", "");
        for (SpeedCase row : SpeedCase.values()) {
            if (row != SpeedCase.CALIBRATION) {
                print(out, row, scale);
            }
        }
    }

    private void print(PrintStream out, SpeedCase row, double scale) {
        double standard = rate(vector, row);
        double fastest = Math.max(standard, rate(openblas, row));
        double beside = rate(torch, row);
        double record = row.pytorch() * scale;
        double best = Math.max(beside, record);
        out.printf(Locale.ROOT, ROW, row.text(), number(standard), number(fastest), beside == 0 ? "-" : number(beside), number(record), ratio(standard / best), ratio(fastest / best),
                String.format(Locale.ROOT, "%.2f fastest %.2f", row.standard(), row.fastest()),
                verdict(standard / best, row.standard()) + ", fastest " + verdict(fastest / best, row.fastest()));
    }

    private static String verdict(double ratio, double target) {
        return ratio >= target ? "met" : "lost";
    }

    private static double rate(Map<String, String> rates, SpeedCase row) {
        return Double.parseDouble(rates.getOrDefault(row.id(), "0"));
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2fx", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }
}
