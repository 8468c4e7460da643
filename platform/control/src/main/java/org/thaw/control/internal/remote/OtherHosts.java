package org.thaw.control.internal.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.control.HostGoneException;
import org.thaw.control.Hosts;
import org.thaw.control.internal.host.ControlSocket;
import org.thaw.control.internal.wire.Message;
import org.thaw.control.internal.wire.RuntimeFolder;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.run.RunningExperiment;

/** Finds the other hosts by their sockets. */
@Component
public final class OtherHosts implements Hosts {
    static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final System.Logger LOG = System.getLogger(OtherHosts.class.getName());

    private final RuntimeFolder sockets;
    private final Duration patience;

    @Activate
    public OtherHosts(@Reference ControlSocket own) {
        this(own.folder(), PATIENCE);
    }

    OtherHosts(RuntimeFolder sockets, Duration patience) {
        this.sockets = sockets;
        this.patience = patience;
    }

    @Override
    public Optional<RunningExperiment> running(Path folder) {
        OptionalLong holder = new ExperimentFolder(folder).holder();
        if (holder.isEmpty() || own(holder.getAsLong())) {
            return Optional.empty();
        }
        return sockets.socket(holder.getAsLong()).filter(this::alive)
                .flatMap(socket -> ask(socket, new Message.Experiment(folder.toAbsolutePath().normalize())).stream().findFirst());
    }

    @Override
    public List<RunningExperiment> running() {
        List<RunningExperiment> all = new ArrayList<>();
        for (Path socket : sockets.sockets()) {
            if (!own(RuntimeFolder.pid(socket).orElseThrow()) && alive(socket)) {
                all.addAll(ask(socket, new Message.Experiments()));
            }
        }
        return all;
    }

    private static boolean own(long pid) {
        return pid == ProcessHandle.current().pid();
    }

    private List<RunningExperiment> ask(Path socket, Message question) {
        try {
            Message answer = Question.ask(socket, question, patience);
            return answer instanceof Message.Found found
                    ? found.experiments().stream().<RunningExperiment>map(sight -> new RemoteExperiment(socket, sight, patience)).toList() : List.of();
        } catch (HostGoneException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
            return List.of();
        }
    }

    /** Whether somebody listens; a socket whose process has gone is removed. A number says nothing: it may be another process's by now. */
    private boolean alive(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(socket));
            return true;
        } catch (ConnectException e) {
            remove(socket);
            return false;
        } catch (IOException e) {
            // too many are waiting to be let in: the question will tell
            return Files.exists(socket);
        }
    }

    private static void remove(Path socket) {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a socket that was left behind cannot be removed", e);
        }
    }
}
