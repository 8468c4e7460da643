package org.thaw.environments.images.internal;

import java.net.URI;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/** MNIST: 60,000 training and 10,000 test images of handwritten digits, F32[28, 28] in [0, 1]; one task of ten classes. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "mnist", summary = "MNIST: 70,000 handwritten digits, 28×28 grey, 10 classes",
        source = "LeCun, Bottou, Bengio, Haffner: Gradient-based learning applied to document recognition. Proc. IEEE 86(11), 1998")
public final class Mnist implements EnvironmentFactory<Mnist.Config, TaskStream> {
    // its first home, yann.lecun.com, no longer hands the files out
    private static final List<String> MIRRORS =
            List.of("https://storage.googleapis.com/cvdf-datasets/mnist/", "https://ossci-datasets.s3.amazonaws.com/mnist/");

    private static final IdxFiles FILES = new IdxFiles(
            file(IdxFiles.TRAIN_IMAGES, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            file(IdxFiles.TRAIN_LABELS, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            file(IdxFiles.TEST_IMAGES, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            file(IdxFiles.TEST_LABELS, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

    private final Shared<ImageTask> shared = new Shared<>();

    /** There is nothing to choose. */
    public record Config() {
    }

    @Override
    public TaskStream create(Config configuration, Context context) {
        IdxFiles.Located files = FILES.locate(context);
        return shared.get(files::read);
    }

    private static DataFile file(String name, String sha256) {
        return new DataFile("mnist", name, sha256, MIRRORS.stream().map(m -> URI.create(m + name)).toList(), List.of());
    }
}
