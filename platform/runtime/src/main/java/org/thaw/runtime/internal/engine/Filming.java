package org.thaw.runtime.internal.engine;

import java.util.Optional;
import org.thaw.api.environment.Drawable;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Reel;

/** Films the life that a learner leads, for those who want to watch. */
final class Filming implements Camera.Audience {
    /**
     * Where somebody is who could be filmed.
     *
     * @param life empty where nothing is to be filmed now: a twin's, or none
     */
    record Place(Optional<Life> life, int task) {
        static final Place NOWHERE = new Place(Optional.empty(), 0);
    }

    /** In frames. */
    private static final int LONGEST = 1000;

    private final Requests requests;

    Filming(Requests requests) {
        this.requests = requests;
    }

    /** Between two steps: sets up a camera if somebody waits for one. */
    void attend(Player player, Place place) {
        if (!requests.watchers().unserved()) {
            return;
        }
        if (player.learner().isPredictor()) {
            requests.watchers().refuse(name(player.binding()) + " is a predictor: it lives in no world, so there is nothing to watch");
        }
        place.life().ifPresent(life -> film(player, life, place.task()));
    }

    private void film(Player player, Life life, int task) {
        Optional<Drawable> world = life.drawable();
        if (world.isEmpty()) {
            requests.watchers().refuse("the world " + life.worldName() + " draws no pictures, so there is nothing to watch");
            return;
        }
        requests.watchers().served(true);
        life.film(new Camera(life.guard(), world.get(), player::step, new Reel(player.role(), life.environment(), task, LONGEST), this));
    }

    private static String name(Binding binding) {
        return binding.plugin().id() + "@" + binding.plugin().version();
    }

    @Override
    public void show(Film film) {
        requests.watchers().show(film);
    }

    @Override
    public void disappoint(String why) {
        requests.watchers().refuse(why);
    }

    @Override
    public void adjourn() {
        requests.watchAgain();
    }
}
