package org.thaw.control.internal.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.thaw.control.HostGoneException;
import org.thaw.control.internal.wire.Connection;
import org.thaw.control.internal.wire.Message;
import org.thaw.control.internal.wire.RuntimeFolder;

/** One question to another host, on a connection of its own. */
final class Question implements Connection.Handler {
    private final BlockingQueue<Message> answers = new LinkedBlockingQueue<>();

    private Question() {
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param patience the longest time without a word
     * @throws HostGoneException if the host does not answer, or does not understand
     */
    static Message ask(Path socket, Message question, Duration patience) {
        Question asked = new Question();
        try (Connection connection = Connection.open(socket, ignored -> asked)) {
            connection.send(question);
            while (true) {
                Message answer = asked.answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (answer == null) {
                    throw new HostGoneException(host(socket) + " does not answer within " + patience.toMillis() / 1000.0 + " seconds; it hangs, or the machine is very busy");
                } else if (answer instanceof Message.Fault fault) {
                    throw new HostGoneException(host(socket) + " gives no answer: " + fault.message());
                } else if (!(answer instanceof Message.Waiting)) {
                    return answer;
                }
            }
        } catch (IOException e) {
            throw new HostGoneException(host(socket) + " cannot be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostGoneException("interrupted while " + host(socket) + " was asked");
        }
    }

    private static String host(Path socket) {
        return "the host with the process number " + RuntimeFolder.pid(socket).orElse(-1);
    }

    @Override
    public void received(Message message) {
        answers.add(message);
    }

    @Override
    public void closed(Optional<String> why) {
        answers.add(new Message.Fault(why.orElse("it has closed the connection")));
    }
}
