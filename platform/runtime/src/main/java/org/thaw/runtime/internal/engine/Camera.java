package org.thaw.runtime.internal.engine;

import java.util.StringJoiner;
import java.util.function.LongSupplier;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.Step;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Numbers;
import org.thaw.runtime.folder.Reel;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.PluginFaultException;

/** Films one episode of the first lane of a life. It only looks: that it is there changes nothing. */
final class Camera {
    /** Who wants the film. One of these is called, once. */
    interface Audience {
        /** What was filmed. */
        void show(Film film);

        /** Why there is no film. */
        void disappoint(String why);

        /** The life went elsewhere before there was anything to see. */
        void adjourn();
    }

    /** A life that never ends is filmed from its midst once it has been waited for so many steps. */
    private static final int PATIENCE = 1000;

    private final Guard guard;
    private final Drawable world;
    private final LongSupplier step;
    private final Reel reel;
    private final Audience audience;
    private int waited;

    /** @param step tells the step of learning */
    Camera(Guard guard, Drawable world, LongSupplier step, Reel reel, Audience audience) {
        this.guard = guard;
        this.world = world;
        this.step = step;
        this.reel = reel;
        this.audience = audience;
    }

    /** A step was made, or an episode begun. Returns whether there is more to film. */
    boolean sees(Step now, double reward) {
        if (reel.isEmpty() && !now.isFirst() && waited++ < PATIENCE) {
            return true;
        }
        if (!reel.isEmpty() && now.isFirst()) { // the last episode was broken off
            audience.show(reel.film());
            return false;
        }
        try {
            boolean room = reel.add(now.kind(), step.getAsLong(), reel.isEmpty() ? "" : text(now.previousAction()), reel.isEmpty() ? 0 : reward, guard.get("draw", world::draw));
            if (room && !now.isLast()) {
                return true;
            }
        } catch (PluginFaultException e) {
            audience.disappoint(e.getMessage());
            return false;
        }
        if (reel.isEmpty()) {
            audience.disappoint("its picture has too many cells to be filmed");
        } else {
            audience.show(reel.film());
        }
        return false;
    }

    /** There is no more to see. */
    void cut() {
        if (reel.frames() < 2) { // nothing has moved yet
            audience.adjourn();
        } else {
            audience.show(reel.film());
        }
    }

    private static String text(Action action) {
        if (action.values().length == 0) {
            return Integer.toString(action.index());
        }
        StringJoiner values = new StringJoiner(", ");
        for (float value : action.values()) {
            values.add(Numbers.format(value));
        }
        return values.toString();
    }
}
