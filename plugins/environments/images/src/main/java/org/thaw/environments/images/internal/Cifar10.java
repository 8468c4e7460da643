package org.thaw.environments.images.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/** CIFAR-10: 50,000 training and 10,000 test photographs, F32[3, 32, 32] (red, green, blue) in [0, 1]; one task of ten classes. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "cifar-10", summary = "CIFAR-10: 60,000 photographs, 3×32×32 in colour, 10 classes",
        source = "Krizhevsky: Learning multiple layers of features from tiny images. Technical report, University of Toronto, 2009")
public final class Cifar10 implements EnvironmentFactory<Cifar10.Config, TaskStream> {
    private static final String NAME = "cifar-10-binary.tar.gz";
    private static final DataFile ARCHIVE = new DataFile("cifar-10", NAME, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
            List.of(URI.create("https://www.cs.toronto.edu/~kriz/" + NAME)), List.of());
    private static final int PER_BATCH = 10_000;

    private final Shared<ImageTask> shared = new Shared<>();

    /** There is nothing to choose. */
    public record Config() {
    }

    @Override
    public TaskStream create(Config configuration, Context context) {
        Path archive = context.data(ARCHIVE);
        return shared.get(() -> Gzip.read(archive, in -> CifarReader.read(in, PER_BATCH)));
    }
}
