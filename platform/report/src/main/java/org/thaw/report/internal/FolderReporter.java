package org.thaw.report.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.thaw.report.Report;
import org.thaw.report.Reporter;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.report.internal.html.Page;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.results.ResultRow;
import org.thaw.report.internal.results.ResultsCsv;
import org.thaw.report.internal.results.ResultsJson;
import org.thaw.report.internal.results.SummariesCsv;
import org.thaw.report.internal.results.SwapsCsv;
import org.thaw.report.internal.table.TableBuilder;
import org.thaw.report.internal.tensorboard.TensorBoardFolder;
import org.thaw.runtime.analysis.ExperimentFindings;

/** Reports over a folder. */
@Component
public final class FolderReporter implements Reporter {
    @Override
    public Report report(Path experimentFolder, ExperimentFindings more) {
        ExperimentData data = ExperimentData.read(experimentFolder, more);
        MetricKinds kinds = new MetricKinds();
        List<ResultRow> rows = ResultRow.of(data);
        List<Path> files = new ArrayList<>();
        files.add(write(experimentFolder.resolve("results.csv"), ResultsCsv.write(rows)));
        files.add(write(experimentFolder.resolve("results.json"), ResultsJson.write(data, rows)));
        optional(experimentFolder.resolve("summaries.csv"), data.summaries().scalars(), found -> SummariesCsv.write(data.name(), found)).ifPresent(files::add);
        optional(experimentFolder.resolve("swaps.csv"), data.swaps(), SwapsCsv::write).ifPresent(files::add);
        Path page = write(experimentFolder.resolve("report.html"), Page.write(new View(data, kinds)));
        files.add(page);
        files.addAll(new TensorBoardFolder(experimentFolder.resolve("tensorboard")).write(data));
        return new Report(page, files, new TableBuilder(data, kinds).build());
    }

    /** Only where there is something to write; a file of an earlier report does not stay. */
    private static <T> Optional<Path> optional(Path file, List<T> lines, Function<List<T>, String> content) {
        if (!lines.isEmpty()) {
            return Optional.of(write(file, content.apply(lines)));
        }
        try {
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    /** Whoever reads sees the old content or the new, never half of it. */
    private static Path write(Path file, String content) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(half, content);
            try {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
