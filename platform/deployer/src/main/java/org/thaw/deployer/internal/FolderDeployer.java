package org.thaw.deployer.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.thaw.deployer.Deployer;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Lease;
import org.thaw.deployer.NotDeployedException;

/** Puts the parts together; see {@link Reconciler} for what is done and {@link Watcher} for when. */
@Component(service = Deployer.class, immediate = true, configurationPid = "org.thaw.deployer")
@Designate(ocd = Settings.class)
public final class FolderDeployer implements Deployer {
    private static final System.Logger LOG = System.getLogger(FolderDeployer.class.getName());
    private static final int SHORTEST_POLL = 10;

    private final BundleContext context;
    private final Path folder;
    private final Ledger ledger = new Ledger();
    private final Installer installer;
    private final Reconciler reconciler;
    private final Recall recall;
    private final FolderLock lock;
    private final Markers markers;
    private final Watcher watcher;
    private final SynchronousBundleListener listener = this::bundleChanged;

    @Activate
    public FolderDeployer(BundleContext context, Settings settings) {
        this.context = context;
        this.folder = folder(context, PLUGINS, "the folder to watch");
        Path state = folder(context, STATE, "a folder for the host's own files");
        Store store = new Store(state.resolve("store"));
        this.installer = new Installer(context);
        Admission admission = new Admission(store, installer, Duration.ofMillis(settings.startMillis()));
        this.reconciler = new Reconciler(new Scanner(folder, store, new HashIndex(state.resolve("hashes.txt"), folder)), installer, admission,
                new Ruling(folder), ledger);
        this.recall = new Recall(reconciler, store, folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The plugins folder {0} is not there and cannot be made ({1}); plugins are taken in once it is.", folder, e);
        }
        this.lock = new FolderLock(folder);
        this.markers = new Markers(folder);
        this.watcher = new Watcher(this::look, poll(settings));
        context.addBundleListener(listener);
        watcher.start();
    }

    @Modified
    void modified(Settings settings) {
        watcher.poll(poll(settings));
    }

    @Deactivate
    void deactivate() throws IOException {
        context.removeBundleListener(listener);
        watcher.end();
        reconciler.withdrawAll();
        lock.close();
    }

    @Override
    public List<Deployment> deployments() {
        return ledger.deployments();
    }

    @Override
    public String why(String idOrFile) {
        return new Sentences(folder).why(idOrFile, deployments());
    }

    @Override
    public Lease lease(String sha256) {
        return new CountedLease(ledger.acquire(sha256).orElseThrow(() -> new NotDeployedException(sha256)), watcher::wake);
    }

    @Override
    public Lease recall(String sha256) {
        return new CountedLease(ledger.acquire(sha256).orElseGet(() -> recall.of(sha256)), watcher::wake);
    }

    @Override
    public void settle() throws InterruptedException {
        watcher.settle(Optional.empty());
    }

    @Override
    public boolean settle(Duration timeout) throws InterruptedException {
        return watcher.settle(Optional.of(timeout));
    }

    @Override
    public List<String> lingering() throws InterruptedException {
        return installer.departures().alive();
    }

    private Reconciler.Outcome look(Duration poll) throws IOException, InterruptedException {
        if (stopping()) {
            return Reconciler.Outcome.PENDING;   // the host is going down: nothing is to be deployed any more
        }
        Reconciler.Outcome outcome = reconciler.look(poll);
        if (!watcher.ended() && lock.acquire()) {
            markers.write(reconciler.entries());
        }
        return outcome;
    }

    private boolean stopping() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING;
    }

    private void bundleChanged(BundleEvent event) {
        int relevant = BundleEvent.INSTALLED | BundleEvent.UPDATED | BundleEvent.UNINSTALLED | BundleEvent.RESOLVED | BundleEvent.UNRESOLVED;
        if ((event.getType() & relevant) != 0 && !Installer.isPlugin(event.getBundle())) {
            reconciler.platformChanged();
        }
    }

    private static Duration poll(Settings settings) {
        return Duration.ofMillis(Math.max(SHORTEST_POLL, settings.pollMillis()));
    }

    private static Path folder(BundleContext context, String property, String meaning) {
        return Path.of(Optional.ofNullable(context.getProperty(property)).filter(text -> !text.isBlank()).orElseThrow(
                () -> new IllegalStateException("the framework property " + property + " is not set; it names " + meaning))).toAbsolutePath().normalize();
    }
}
