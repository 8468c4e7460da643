package org.thaw.itest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A running host whose shell reads commands from a pipe. Closing it ends its input and waits for it. */
final class Shell implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private final Process process;
    private final PrintStream in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private int number;

    Shell(Process process) {
        this.process = process;
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "shell output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("the output broke off: " + e);
        }
    }

    /** What a command prints: all lines up to those of an echo sent after it. */
    String ask(String command) {
        String mark = "end-of-answer-" + number++;
        in.println(command);
        in.println("echo " + mark);
        StringBuilder answer = new StringBuilder();
        while (true) {
            try {
                String line = lines.poll(ANSWER.toSeconds(), TimeUnit.SECONDS);
                if (line == null) {
                    throw new IllegalStateException("no answer to \"" + command + "\" within " + ANSWER + "; so far:\n" + answer);
                }
                if (line.strip().endsWith(mark)) {
                    return answer.toString();
                }
                answer.append(line).append('\n');
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Asks again and again until the answer holds a text, or no longer does. */
    void until(String command, String text, boolean there) {
        until(command, answer -> answer.contains(text) == there);
    }

    /** Asks again and again until something holds. */
    void until(String command, BooleanSupplier holds) {
        until(command, answer -> holds.getAsBoolean());
    }

    private void until(String command, Predicate<String> enough) {
        long start = System.nanoTime();
        String answer = ask(command);
        while (!enough.test(answer)) {
            if (Duration.ofNanos(System.nanoTime() - start).compareTo(ANSWER) > 0) {
                throw new IllegalStateException("waited in vain; the last answer to " + command + ":\n" + answer);
            }
            answer = ask(command);
        }
    }

    @Override
    public void close() {
        in.close();
        Thaw.finish(process);
    }
}
