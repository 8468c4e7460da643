package org.thaw.host;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleException;

/** Says in plain words why a bundle did not start. */
final class Unresolved {
    private static final Pattern REQUIREMENT = Pattern.compile("missing requirement \\[(\\S+) \\[.*?\\)\\] ([\\w.]+); (\\(.*?\\))(?= |$|\\])");
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([\\w.]+)\\)");
    private static final Pattern UNTIL = Pattern.compile("\\(!\\(version>=([\\w.]+)\\)\\)");

    private Unresolved() {
    }

    static String sentence(BundleException e) {
        String message = String.valueOf(e.getMessage());
        Matcher matcher = REQUIREMENT.matcher(message);
        String found = "";
        while (matcher.find()) {
            // the last one is at the bottom of the chain "caused by"
            found = matcher.group(1) + " needs " + need(matcher.group(2), matcher.group(3));
        }
        return found.isEmpty() ? plain(e) : found;
    }

    private static String need(String namespace, String filter) {
        Matcher name = PACKAGE.matcher(filter);
        if (!name.find()) {
            return "the capability " + namespace + " " + filter + ", which no bundle here provides";
        }
        Matcher from = FROM.matcher(filter);
        Matcher until = UNTIL.matcher(filter);
        String versions = (from.find() ? " from version " + from.group(1) : "") + (until.find() ? " and below " + until.group(1) : "");
        return "the package " + name.group(1) + versions + ", which no bundle here exports";
    }

    private static String plain(Throwable e) {
        return e.getCause() == null ? e.toString() : plain(e.getCause());
    }
}
