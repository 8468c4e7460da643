package org.thaw.runtime.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.thaw.api.StateKind;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.folder.RunSwap;
import org.thaw.runtime.internal.checkpoint.CheckpointFolder;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.state.OnlyKind;
import org.thaw.runtime.internal.state.StateFile;
import org.thaw.runtime.launch.RunOrder;

/** One attempt at carrying a run out: opens its files at the right place, makes its parts, and writes down what came of it. */
final class Attempt {
    private final RunOrder order;
    private final RunFolder folder;
    private final RunManifest manifest;
    private final RunPlan plan;
    private final RunServices services;
    private final Progress progress;
    private final Requests requests;
    private final Runnable audit;
    private final Runnable claim;
    private final Map<String, String> machine = Machine.describe();

    /**
     * @param audit looks at what plugins have left behind when all are closed; throws if a run must not pass with it
     * @param claim claims the right to say how the run ended; throws if another has said so
     */
    Attempt(RunOrder order, RunFolder folder, RunManifest manifest, RunPlan plan, RunServices services, Progress progress, Requests requests, Runnable audit, Runnable claim) {
        this.order = order;
        this.folder = folder;
        this.manifest = manifest;
        this.plan = plan;
        this.services = services;
        this.progress = progress;
        this.requests = requests;
        this.audit = audit;
        this.claim = claim;
    }

    /** @param begun hears of the run before its first step */
    void carryOut(Optional<CheckpointFolder.Checkpoint> from, Consumer<Run> begun) {
        Journal journal = new Journal(manifest.swaps(), from.map(CheckpointFolder.Checkpoint::state).map(RunState::swaps).orElse(0), this::describe);
        describe(journal.swaps());
        Metrics metrics = new Metrics(plan.metrics(), services);
        EventLog events = new EventLog(folder.path(), from.map(f -> f.state().events()).orElse(0L), from.map(f -> f.state().eventFile().bytes()).orElse(0L),
                from.map(f -> f.state().timingFile().bytes()).orElse(0L), List.of(metrics), progress::checkNotAbandoned);
        RunEnd end;
        try (events; Run run = new Run(plan, protocol(), services, progress, requests, events, journal, new Cast(services.plugins(), manifest.recasts()), folder.path(),
                order.checkpoints().after(), metrics.inspection())) {
            begun.accept(run);
            if (from.isPresent()) {
                services.log("INFO goes on from the checkpoint " + from.get().file().path().getFileName() + ", in phase " + from.get().state().phase());
                run.goOn(from.get(), History.of(folder), metrics);
            } else {
                run.carryOut();
            }
            events.force();
            end = RunEnd.done(run.fingerprints());
            saveParameters(run.originals());
        } catch (Throwable e) {
            Closing.after(e, () -> {
                progress.checkNotAbandoned();
                describe(journal.swaps());
            });
            throw e;
        }
        audit.run();
        progress.checkNotAbandoned();
        describe(journal.swaps());
        Json.write(folder.path().resolve(RunFolder.FINDINGS), metrics.findings());
        claim.run();
        Json.write(folder.path().resolve(RunFolder.END), end);
    }

    @SuppressWarnings("unchecked")
    private Protocol protocol() {
        return services.guard(plan.protocol()).get("create",
                () -> ((ProtocolFactory<Record>) plan.protocol().plugin().factory()).create(plan.protocol().configuration()));
    }

    /** Again whenever more is known: which plugins others have named, what they have noted, what was swapped. */
    private void describe(List<RunSwap> swaps) {
        Json.write(folder.path().resolve(RunFolder.MANIFEST), Manifests.of(manifest, services, machine, swaps));
    }

    private void saveParameters(List<Player> players) {
        StateFile.write(folder.path().resolve(RunFolder.PARAMETERS), Map.of("run", plan.run()),
                out -> players.forEach(player -> player.learner().save(new OnlyKind(StateKind.PARAMETER, out.in(player.role())))));
    }
}
