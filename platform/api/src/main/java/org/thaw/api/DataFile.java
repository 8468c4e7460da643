package org.thaw.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of a data set that does not travel with its plugin.
 *
 * @param dataset folder name below the data folder, {@code fashion-mnist}
 * @param name    file name, {@code train-images-idx3-ubyte.gz}
 * @param sha256  lower-case hex of the content
 * @param sources where it can be downloaded, in order of preference
 * @param places  where an operating system's package puts it
 */
public record DataFile(String dataset, String name, String sha256, List<URI> sources, List<Path> places) {
    public DataFile {
        sources = List.copyOf(sources);
        places = List.copyOf(places);
    }
}
