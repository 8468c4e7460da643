package org.thaw.environments.images.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.MissingDataException;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/** Fashion-MNIST: 60,000 training and 10,000 test images of clothes, F32[28, 28] in [0, 1]; one task of ten classes. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "fashion-mnist", summary = "Fashion-MNIST: 70,000 pictures of clothes, 28×28 grey, 10 classes",
        source = "Xiao, Rasul, Vollgraf: Fashion-MNIST. arXiv 1708.07747, 2017")
public final class FashionMnist implements EnvironmentFactory<FashionMnist.Config, TaskStream> {
    private static final String PACKAGE = "dataset-fashion-mnist";
    private static final Path INSTALLED = Path.of("/usr/share/datasets/fashion-mnist");
    private static final List<String> MIRRORS = List.of("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/");

    /** Debian packs the same images anew, without the name in gzip's header: same content, other checksums. */
    private static final IdxFiles DEBIAN = new IdxFiles(
            debian(IdxFiles.TRAIN_IMAGES, "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7"),
            debian(IdxFiles.TRAIN_LABELS, "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056"),
            debian(IdxFiles.TEST_IMAGES, "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa"),
            debian(IdxFiles.TEST_LABELS, "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05"));

    private static final IdxFiles PUBLISHED = new IdxFiles(
            published(IdxFiles.TRAIN_IMAGES, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            published(IdxFiles.TRAIN_LABELS, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            published(IdxFiles.TEST_IMAGES, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            published(IdxFiles.TEST_LABELS, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

    private final Shared<ImageTask> shared = new Shared<>();

    /** There is nothing to choose. */
    public record Config() {
    }

    @Override
    public TaskStream create(Config configuration, Context context) {
        IdxFiles.Located files = locate(context);
        return shared.get(files::read);
    }

    private static IdxFiles.Located locate(Context context) {
        try {
            return DEBIAN.locate(context);
        } catch (MissingDataException notInstalled) {
            try {
                return PUBLISHED.locate(context);
            } catch (MissingDataException e) {
                e.addSuppressed(notInstalled);
                throw new MissingDataException(e.getMessage() + " Or install Debian's package " + PACKAGE + ".", e);
            }
        }
    }

    /** Named after the package, so that files put into the data folder by hand are never measured by these checksums. */
    private static DataFile debian(String name, String sha256) {
        return new DataFile(PACKAGE, name, sha256, List.of(), List.of(INSTALLED.resolve(name)));
    }

    private static DataFile published(String name, String sha256) {
        return new DataFile("fashion-mnist", name, sha256, MIRRORS.stream().map(m -> URI.create(m + name)).toList(), List.of());
    }
}
