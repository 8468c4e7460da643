package org.thaw.bench.networks;

/**
 * A row of the speed table.
 *
 * @param pytorch  the best rate of PyTorch (1.13 or 2.13) on one core of the machine of record
 * @param fastest  what our fastest kernels are to reach, as a multiple of PyTorch's rate
 * @param standard what the reproducible default is to reach
 */
enum SpeedCase {
    MLP_ADAM("mlp400.adam", "784-400-400-10, batch 128, Adam, steps/s", 340, 1.0, 0.8),
    MLP_SGD("mlp400.sgd", "784-400-400-10, batch 128, SGD, steps/s", 376, 1.0, 0.8),
    SMALL_BATCH("mlp100.batch10", "784-100-100-10, batch 10, SGD, steps/s", 5640, 3, 3),
    SMALL_ONE("mlp100.batch1", "784-100-100-10, batch 1, SGD, steps/s", 6840, 4, 4),
    SMALL_INFER("mlp100.infer", "784-100-100-10, batch 1, inference, 1/s", 51000, 3, 3),
    /** Digits are zero in four places of five, which a product of few rows makes use of. */
    SMALL_PICTURE("mlp100.picture", "the same on a picture, four fifths zeros, 1/s", 51000, 3, 3),
    DQN_UPDATE("dqn.update", "DQN 10x10x4, batch 32, update, 1/s", 610, 3, 2),
    DQN_FORWARD("dqn.forward", "DQN 10x10x4, batch 1, forward, 1/s", 42000, 3, 3),
    RESIDUAL_TRAIN("residual.train", "4 residual blocks of 64, batch 64, steps/s", 24, 1.0, 0.8),
    RESIDUAL_INFER("residual.infer", "the same, inference, positions/s", 6100, 1.0, 0.8),
    /** Width 64, 4 layers of 4 heads, 256 hidden units: the reference size of imitators. */
    TRANSFORMER_TRAIN("transformer.train", "causal transformer, batch 32 of 256, AdamW, steps/s", 3.9, 1.3, 1.0),
    TRANSFORMER_ADVANCE("transformer.advance", "the same, step by step from 0 to 256, positions/s", 2100, 10, 10),
    SGEMM_256("sgemm.256", "sgemm 256, GFLOP/s", 154, 0.85, 0.7),
    SGEMM_1024("sgemm.1024", "sgemm 1024, GFLOP/s", 155, 0.85, 0.7),
    /** OpenBLAS on matrices outside the heap: what this machine does today, beside the machine of record. */
    CALIBRATION("openblas.1024", "OpenBLAS itself at 1024, GFLOP/s", 138, 0, 0);

    private final String id;
    private final String text;
    private final double pytorch;
    private final double fastest;
    private final double standard;

    SpeedCase(String id, String text, double pytorch, double fastest, double standard) {
        this.id = id;
        this.text = text;
        this.pytorch = pytorch;
        this.fastest = fastest;
        this.standard = standard;
    }

    String id() {
        return id;
    }

    String text() {
        return text;
    }

    double pytorch() {
        return pytorch;
    }

    double fastest() {
        return fastest;
    }

    double standard() {
        return standard;
    }
}
