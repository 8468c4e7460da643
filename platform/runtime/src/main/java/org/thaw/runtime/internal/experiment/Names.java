package org.thaw.runtime.internal.experiment;

import org.thaw.runtime.internal.configuration.Place;

/** Names that become folders. */
final class Names {
    private static final int LONGEST = 100;

    private Names() {
    }

    /** @throws org.thaw.runtime.experiment.BadInputException if a name cannot be a folder's, or would lead out of the folder it belongs in */
    static void check(String name, Place place) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._+-]*") || name.length() > LONGEST) {
            String shown = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
            throw place.problem("\"" + shown + "\" cannot be a folder's name; expected at most " + LONGEST + " letters, digits and . _ + -, the first a letter or digit");
        }
    }
}
