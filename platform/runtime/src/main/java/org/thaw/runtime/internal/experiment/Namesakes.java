package org.thaw.runtime.internal.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Case;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.internal.configuration.Place;

/** Reports tell worlds apart by their names, so a name must mean the same environment in all cases. */
final class Namesakes {
    private record Owner(String of, Binding environment) {
    }

    private Namesakes() {
    }

    /**
     * Checks the environments of all cases.
     *
     * @param given the same cases as the file has them
     * @param place of the cases
     * @throws BadInputException if two of one name differ in plugin or configuration
     */
    static void refuse(List<Case> cases, List<ExperimentCase> given, Place place) {
        Map<String, Owner> owners = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            for (Binding environment : cases.get(i).environments()) {
                Owner first = owners.putIfAbsent(environment.name(), new Owner(cases.get(i).name(), environment));
                if (first != null && !same(first.environment(), environment)) {
                    String field = given.get(i).fields().has("environments") ? "environments" : "environment";
                    throw place.field(cases.get(i).name()).field(field).problem("\"" + environment.name() + "\" is configured otherwise in the case " + first.of()
                            + ", and the report tells worlds apart by their names; give one of the two a name of its own: \"environments\": {\"" + environment.name() + "-"
                            + cases.get(i).name() + "\": {\"plugin\": \"" + environment.plugin().id() + "\", …}}");
                }
            }
        }
    }

    private static boolean same(Binding one, Binding other) {
        return one.plugin().label().equals(other.plugin().label()) && one.json().equals(other.json());
    }
}
