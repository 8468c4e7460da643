package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.thaw.api.protocol.Experience;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.Reel;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.fault.Reasons;

/** In a run's folder, for each task the first episode of its latest evaluation. An evaluation that is done again writes the same again. */
final class Films implements Camera.Audience {
    private static final int LONGEST = 200;

    private final Path folder;
    private final Consumer<String> log;
    private final List<Film> fresh = new ArrayList<>();
    private boolean warned;

    /** @param folder of the run */
    Films(Path folder, Consumer<String> log) {
        this.folder = folder.resolve(RunFolder.FILMS);
        this.log = log;
    }

    /** Before an evaluation's first step. Only a learner of the plan is filmed, no copy. */
    void film(Player player, Life life, Experience.Life experience) {
        if (player.role().equals(player.origin())) {
            Reel reel = new Reel(player.role(), experience.environment(), experience.task(), LONGEST);
            life.drawable().ifPresent(world -> life.film(new Camera(life.guard(), world, player::step, reel, this)));
        }
    }

    /** The evaluation counts. */
    void keep() {
        fresh.forEach(this::write);
        fresh.clear();
    }

    /** The evaluation is set aside. */
    void drop() {
        fresh.clear();
    }

    private void write(Film film) {
        String name = (film.role() + "-" + film.environment() + "-" + film.task()).replaceAll("[^A-Za-z0-9._-]", "_");
        Path half = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(half, Json.COMPACT.toJson(film) + "\n");
            Files.move(half, folder.resolve(name + ".json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            warn("a film cannot be written: " + Reasons.of(e));
        }
    }

    private void warn(String problem) {
        if (!warned) {
            log.accept("WARNING " + problem);
        }
        warned = true; // the next evaluation would say the same
    }

    @Override
    public void show(Film film) {
        fresh.add(film);
    }

    @Override
    public void disappoint(String why) {
        warn("there is no film of an evaluation: " + why);
    }

    @Override
    public void adjourn() {
        // an evaluation without a step
    }
}
