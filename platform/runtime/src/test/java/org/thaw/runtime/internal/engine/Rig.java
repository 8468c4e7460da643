package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.api.Cue;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.internal.context.DataFiles;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

/** What tests of parts of the engine share. */
final class Rig {
    private Rig() {
    }

    /** The environments of the experiment's first run. */
    static Stage stage(Path folder, String json, PluginEntry... more) {
        ListedCatalog catalog = new ListedCatalog(Stream.concat(ToyLab.toys().stream(), Stream.of(more)).toList());
        RunPlan plan = RunGrid.of(new ToyLab(folder, catalog).read(json), catalog).get(0);
        RunServices services = new RunServices(new PinnedPlugins(catalog), new DataFiles(folder, true, line -> {
        }), line -> {
        }, () -> {
        }, folder.resolve("scratch"), new Calls());
        return new Stage(plan, services);
    }

    static PluginEntry supervised(Scripted.Script script) {
        return Scripted.of(List.of(Role.learner(Predictor.class), Role.environment(TaskStream.class)), script);
    }

    /** Examples of some classes as a task. */
    static Experience.Examples examples(int task, Budget budget, Integer... classes) {
        return new Experience.Examples(Role.ENVIRONMENT, task, Experience.Split.TRAIN, List.of(Portion.classes(0, List.of(classes))), 8, budget);
    }

    static Phase.Learn learn(String role, int task, Integer... classes) {
        return new Phase.Learn("learn " + task, role, examples(task, Budget.epochs(1), classes), Cue.none().withTask(task));
    }

    static Phase.Evaluate test(String name, String role, int task, Integer... classes) {
        return new Phase.Evaluate(name, role, examples(task, Budget.epochs(1), classes), Cue.none());
    }
}
