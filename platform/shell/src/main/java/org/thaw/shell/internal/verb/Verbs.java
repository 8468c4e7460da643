package org.thaw.shell.internal.verb;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * All verbs, once for the command line and the shell: what either hands over is words, and what comes back is an exit code. 0: done, 1: a run
 * failed or a swap was refused, 2: bad input.
 */
public final class Verbs {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int BAD_INPUT = 2;

    private static final int WIDEST_HELP = 120;
    private static final Map<String, Plugin.Kind> KINDS = Map.of("learners", Plugin.Kind.LEARNER, "environments", Plugin.Kind.ENVIRONMENT,
            "protocols", Plugin.Kind.PROTOCOL, "metrics", Plugin.Kind.METRIC);
    private static final List<String> NAMES = List.of("plugins", "learners", "environments", "protocols", "metrics", "describe", "run", "runs", "watch", "pause", "resume",
            "swap", "stop", "report", "why", "help");

    private final Services services;
    private final String version;

    /** @param version of Thaw */
    public Verbs(Services services, String version) {
        this.services = services;
        this.version = version;
    }

    /** The verbs' names. */
    public static List<String> names() {
        return NAMES;
    }

    /** Carries out a verb. */
    public int execute(Console console, List<String> words) {
        int code = commandLine(console).execute(words.toArray(String[]::new));
        console.out().flush();
        console.err().flush();
        return code;
    }

    /** The verbs with their options: commands are made anew for each use, as they hold what was typed. */
    public CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Thaw());
        line.addSubcommand("plugins", new Plugins(services, console));
        KINDS.entrySet().stream().sorted(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(NAMES::indexOf))).forEach(kind -> {
            CommandLine list = new CommandLine(new Kinds(services, console, kind.getValue()));
            list.getCommandSpec().usageMessage().description("Lists the " + kind.getKey() + " that are there.");
            line.addSubcommand(kind.getKey(), list);
        });
        line.addSubcommand("describe", new Describe(services, console));
        line.addSubcommand("run", new Run(services, console));
        line.addSubcommand("runs", new Runs(services, console));
        line.addSubcommand("watch", new Watch(services, console));
        line.addSubcommand("pause", new Pause(services, console));
        line.addSubcommand("resume", new Resume(services, console));
        line.addSubcommand("swap", new Swap(services, console));
        line.addSubcommand("stop", new Stop(services, console));
        line.addSubcommand("report", new Report(services, console));
        line.addSubcommand("why", new Why(services, console));
        line.addSubcommand("help", new CommandLine.HelpCommand());
        String[] about = {"thaw " + version, "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")};
        line.getCommandSpec().version(about);
        line.getSubcommands().values().forEach(verb -> verb.getCommandSpec().version(about));
        return configured(line, console);
    }

    private static CommandLine configured(CommandLine line, Console console) {
        line.setOut(new PrintWriter(console.out(), true));
        line.setErr(new PrintWriter(console.err(), true));
        line.setColorScheme(Help.defaultColorScheme(console.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(55, console.width())));
        // a word that begins with @ is a word
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler(Failures::badWords);
        line.setExecutionExceptionHandler(Failures::failed);
        return line;
    }
}
