package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.internal.configuration.Place;

/**
 * Fields at the top of a file with cases that no case has from there, since each gives its own. Whoever writes one believes that it holds; but it changes nothing,
 * and nobody would find out that something in it is wrong. Of the protocol, which is laid over, single fields may be usual values that every case replaces: these are fine.
 */
record UnusedFields(List<String> fields) {
    /** Those of a file. There are none while a case is left out, which may have the field when it comes back. */
    static UnusedFields of(JsonObject file) {
        if (!(file.get(ExperimentCase.CASES) instanceof JsonObject cases) || cases.size() == 0 || cases.asMap().values().stream().anyMatch(JsonElement::isJsonNull)) {
            return new UnusedFields(List.of());
        }
        return new UnusedFields(file.keySet().stream().filter(field -> !JsonExperimentReader.COMMON.contains(field)).filter(field -> changesNothing(file, field)).toList());
    }

    private static boolean changesNothing(JsonObject file, String field) {
        JsonObject without = file.deepCopy();
        without.remove(field);
        return ExperimentCase.of(without).equals(ExperimentCase.of(file));
    }

    /**
     * What has become of them once a command line has changed the file. Those that it left without use go: they were right where they were written.
     *
     * @throws BadInputException if one was unused before, and is
     */
    void settle(JsonObject file, Place place) {
        for (String field : of(file).fields) {
            if (fields.contains(field)) {
                throw place.field(field).problem("never used, since every case gives its own; leave it out here, or in each case that is to have it from here");
            }
            file.remove(field);
        }
    }
}
