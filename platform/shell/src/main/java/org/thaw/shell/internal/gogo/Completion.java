package org.thaw.shell.internal.gogo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.service.command.CommandSession;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.verb.Verbs;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the Tab key offers: verbs, options, ids, files, experiments and runs, and what an experiment's file lets one change. */
final class Completion implements Completer {
    private final Services services;
    private final CommandSession session;
    private final CommandLine verbs;
    private final Overrides overrides;
    private final UnderWay underWay;

    Completion(Services services, String version, CommandSession session) {
        this.services = services;
        this.session = session;
        // only its options are looked at; nothing is carried out
        this.verbs = new Verbs(services, version).commandLine(Console.plain(System.out, System.err, session.currentDir()));
        this.overrides = new Overrides(services.catalog());
        this.underWay = new UnderWay(services);
    }

    /** Names of all commands, with and without scope. */
    @SuppressWarnings("unchecked")
    static Set<String> commands(CommandSession session) {
        Set<String> names = new TreeSet<>(Leave.NAMES);
        if (session.get(".commands") instanceof Collection<?> known) {
            ((Collection<String>) known).forEach(name -> {
                names.add(name.substring(name.indexOf(':') + 1));
                names.add(name);
            });
        }
        return names;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
        if (!words.isEmpty() && words.get(0).equals(GogoVerbs.SCOPE)) {
            words.remove(0);
        }
        String word = line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
        if (words.isEmpty()) {
            names(word, candidates);
            return;
        }
        CommandLine verb = verbs.getSubcommands().get(words.get(0).replaceFirst("^" + GogoVerbs.SCOPE + ":", ""));
        String before = words.get(words.size() - 1);
        if (verb == null) {
            files(reader, line, candidates);
        } else if (word.startsWith("-")) {
            options(verb, candidates);
        } else if (option(verb, before).isPresent()) {
            value(option(verb, before).orElseThrow().paramLabel(), words, candidates, () -> files(reader, line, candidates));
        } else {
            parameters(verb.getCommandName(), positional(verb, words), word, candidates, () -> files(reader, line, candidates));
        }
    }

    private void names(String word, List<Candidate> candidates) {
        verbs.getSubcommands().forEach((name, verb) -> {
            String[] description = verb.getCommandSpec().usageMessage().description();
            candidates.add(new Candidate(name, name, "verbs", description.length == 0 ? "" : description[0].replace("%n", " "), null, null, true));
        });
        Leave.NAMES.forEach(name -> candidates.add(new Candidate(name, name, "verbs", "Leaves the shell.", null, null, true)));
        if (!word.isEmpty()) {
            // Gogo's own are many: only for who knows what to look for
            commands(session).stream().filter(name -> !verbs.getSubcommands().containsKey(name) && !Leave.NAMES.contains(name) && name.contains(":") == word.contains(":"))
                    .forEach(name -> candidates.add(new Candidate(name, name, "other commands", null, null, null, true)));
        }
    }

    private static void options(CommandLine verb, List<Candidate> candidates) {
        for (OptionSpec option : verb.getCommandSpec().options()) {
            String[] description = option.description();
            candidates.add(new Candidate(option.longestName(), option.longestName(), "options", description.length == 0 ? "" : description[0], null, null, true));
        }
    }

    /** The option that a word is, if it wants a value. */
    private static Optional<OptionSpec> option(CommandLine verb, String word) {
        return Optional.ofNullable(verb.getCommandSpec().findOption(word)).filter(option -> option.arity().min() > 0);
    }

    /** The words before that are neither options nor their values. */
    private static List<String> positional(CommandLine verb, List<String> words) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            if (!words.get(i).startsWith("-") && option(verb, words.get(i - 1)).isEmpty()) {
                found.add(words.get(i));
            }
        }
        return found;
    }

    private void value(String label, List<String> words, List<Candidate> candidates, Runnable files) {
        switch (label) {
            case "<folder>" -> files.run();
            case "<name>" -> candidates.addAll(underWay.learners(words));
            case "<role>" -> candidates.addAll(underWay.roles(words));
            case "<learner@version>" -> learners(candidates);
            default -> { }
        }
    }

    private void parameters(String verb, List<String> before, String word, List<Candidate> candidates, Runnable files) {
        switch (verb) {
            case "describe", "why" -> {
                if (before.isEmpty()) {
                    plugins(candidates);
                }
            }
            case "run" -> {
                if (before.isEmpty()) {
                    files.run();
                } else {
                    candidates.addAll(overrides.of(file(before.get(0)), word));
                }
            }
            case "watch", "stop", "pause" -> {
                if (before.isEmpty()) {
                    candidates.addAll(underWay.of(verb));
                }
            }
            case "swap" -> {
                if (before.isEmpty()) {
                    candidates.addAll(underWay.of(verb));
                } else if (before.size() == 1) {
                    learners(candidates);
                } else {
                    candidates.addAll(overrides.of(Plugin.Kind.LEARNER, before.get(1), word));
                }
            }
            case "report", "runs", "resume" -> {
                if (before.isEmpty()) {
                    candidates.addAll(verb.equals("resume") ? underWay.of(verb) : List.of());
                    candidates.addAll(underWay.experimentNames());
                    files.run();
                }
            }
            case "help" -> Verbs.names().forEach(name -> candidates.add(candidate(name, "verbs", "")));
            default -> { }
        }
    }

    private void plugins(List<Candidate> candidates) {
        for (PluginEntry entry : services.catalog().entries()) {
            candidates.add(candidate(entry.id(), entry.kind().name().toLowerCase(java.util.Locale.ROOT) + "s", entry.summary()));
        }
    }

    /** Each by its id, and with its version: several of one id can be there at once. */
    private void learners(List<Candidate> candidates) {
        for (PluginEntry entry : services.catalog().entries(Plugin.Kind.LEARNER)) {
            candidates.add(candidate(entry.id(), "learners", entry.summary()));
            candidates.add(candidate(entry.id() + "@" + entry.version(), "learners", ""));
        }
    }

    private static Candidate candidate(String value, String group, String description) {
        return new Candidate(value, value, group, description.isEmpty() ? null : description, null, null, true);
    }

    private Path file(String name) {
        return Console.plain(System.out, System.err, session.currentDir()).file(name);
    }

    private void files(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        new FileNameCompleter() {
            @Override
            protected Path getUserDir() {
                return session.currentDir();
            }
        }.complete(reader, line, candidates);
    }
}
