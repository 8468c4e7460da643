package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.internal.configuration.Nearest;

/**
 * Where an override goes in a file with cases. {@code cases.bandit.protocol.lifetimes=5} changes one case; {@code protocol.lifetimes=5} changes all of them, also
 * those that give that field themselves, since nobody who asks for 5 lifetimes means some other number in some of the cases.
 */
final class OverrideTargets {
    /**
     * An object that a path is followed in.
     *
     * @param path  within the object
     * @param where what stands before it in the file: {@code cases.bandit.}; empty at the top
     */
    record Target(JsonObject object, List<String> path, String where) {
    }

    private final JsonObject file;
    private final String override;

    OverrideTargets(JsonObject file, String override) {
        this.file = file;
        this.override = override;
    }

    List<Target> of(List<String> path) {
        String field = path.get(0);
        if (field.equals(ExperimentCase.CASES) && path.size() > 1) {
            JsonObject cases = cases().orElseThrow(() -> problem("this experiment has no cases; expected a field of its own, such as protocol or learners"));
            return List.of(path.size() == 2 ? new Target(cases, path.subList(1, 2), ExperimentCase.CASES + ".") : one(path, cases));
        }
        if (cases().isEmpty() || JsonExperimentReader.COMMON.contains(field)) {
            return List.of(new Target(file, path, ""));
        }
        return everywhere(path);
    }

    private Optional<JsonObject> cases() {
        return file.get(ExperimentCase.CASES) instanceof JsonObject cases ? Optional.of(cases) : Optional.empty();
    }

    private Target one(List<String> path, JsonObject cases) {
        ExperimentCase named = ExperimentCase.of(file).stream().filter(each -> each.name().equals(path.get(1))).findFirst()
                .orElseThrow(() -> problem("no \"" + path.get(1) + "\" among the cases; " + Nearest.hint(path.get(1), cases.keySet())));
        return of(named, path.subList(2, path.size()));
    }

    /** Each case that gives the field itself, and the file for those that do not; the file's whole field also where a case's protocol is laid over it. */
    private List<Target> everywhere(List<String> path) {
        List<Target> targets = new ArrayList<>();
        List<ExperimentCase> own = ExperimentCase.of(file).stream().filter(each -> gives(each.own(), path.get(0))).toList();
        if (own.size() < ExperimentCase.of(file).size() || path.size() == 1 && file.has(path.get(0))) {
            targets.add(new Target(file, path, ""));
        }
        own.forEach(each -> targets.add(of(each, path)));
        return targets;
    }

    /** A part of a field changes what holds in the case: there it must be the case's own, or else the part would replace the whole. */
    private static Target of(ExperimentCase one, List<String> path) {
        if (path.size() > 1) {
            for (String field : List.of(path.get(0), other(path.get(0)))) {
                if (one.fields().has(field)) {
                    one.own().add(field, one.fields().get(field).deepCopy());
                }
            }
        }
        return new Target(one.own(), path, ExperimentCase.CASES + "." + one.name() + ".");
    }

    private static boolean gives(JsonObject object, String field) {
        return object.has(field) || object.has(other(field));
    }

    private static String other(String field) {
        return ExperimentCase.EITHER.getOrDefault(field, field);
    }

    private BadInputException problem(String sentence) {
        return new BadInputException("\"" + override + "\": " + sentence);
    }
}
