package sample;

import org.thaw.api.Plugin;
import org.thaw.api.Privilege;

/** What an author writes; bnd makes the manifest of it. */
@Plugin(kind = Plugin.Kind.LEARNER, id = "announced", summary = "Says, among other things, \"hello\".", source = "Doe 2024, eq. 3",
        state = "classifier:2", accepts = {"classifier:1", "mlp:1"}, privilege = Privilege.SEEN_DATA)
public class Announced extends Parts.OfLearners {
}
