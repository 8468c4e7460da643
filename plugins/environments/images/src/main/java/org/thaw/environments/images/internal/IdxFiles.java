package org.thaw.environments.images.internal;

import java.nio.file.Path;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.Signature;
import org.thaw.api.Space;

/** The four gzipped IDX files of MNIST and of the sets made to replace it: 60,000 and 10,000 grey images of 28×28 in 10 classes. */
record IdxFiles(DataFile trainImages, DataFile trainLabels, DataFile testImages, DataFile testLabels) {
    static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
    static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";
    static final int SIDE = 28;
    static final int CLASSES = 10;
    static final Signature SIGNATURE = new Signature(Space.Real.of(0, 1, SIDE, SIDE), new Space.Categorical(CLASSES));

    private static final int TRAIN = 60_000;
    private static final int TEST = 10_000;

    /** Where the four lie on this machine. */
    record Located(Path trainImages, Path trainLabels, Path testImages, Path testLabels) {
        ImageTask read() {
            return new ImageTask(SIGNATURE, read(trainImages, trainLabels, TRAIN), read(testImages, testLabels, TEST));
        }

        private static LabelledImages read(Path images, Path labels, int count) {
            return new LabelledImages(Gzip.read(images, in -> IdxReader.images(in, count, SIDE, SIDE)),
                    Gzip.read(labels, in -> IdxReader.labels(in, count, CLASSES)));
        }
    }

    /** Has the host find all four. @throws org.thaw.api.MissingDataException if one cannot be had */
    Located locate(Context context) {
        // the small ones first: whoever lacks the set learns it before a long download
        Path testLabels = context.data(this.testLabels);
        Path trainLabels = context.data(this.trainLabels);
        Path testImages = context.data(this.testImages);
        return new Located(context.data(this.trainImages), trainLabels, testImages, testLabels);
    }
}
