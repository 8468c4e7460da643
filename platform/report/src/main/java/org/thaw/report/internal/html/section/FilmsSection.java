package org.thaw.report.internal.html.section;

import java.util.List;
import java.util.Locale;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.Run;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.RunManifest;

/** What learners do in worlds that can be seen: for each task an episode of the last evaluation, of the first seed. */
public final class FilmsSection implements Section {
    /** Pictures add up: a page of some megabytes is enough. */
    private static final int MOST = 40;

    private record Shown(Arm arm, Run run, Film film) {
    }

    @Override
    public String id() {
        return "films";
    }

    @Override
    public String title() {
        return "Episodes";
    }

    @Override
    public void body(View view, Html out) {
        List<Shown> films = view.data().environments().stream().flatMap(environment -> view.data().learners(environment).stream()).flatMap(arm -> films(arm).stream()).toList();
        if (!films.isEmpty()) {
            boolean tasks = films.stream().anyMatch(shown -> shown.film().task() > 0);
            out.raw("<div class=\"grid films\">\n");
            films.stream().limit(MOST).forEach(shown -> film(shown, tasks, view, out));
            out.raw("</div>\n");
            String rest = films.size() > MOST ? " " + (films.size() - MOST) + " more are in the folders of the runs." : "";
            out.element("p class=\"note\"", "The first episode of the last evaluation" + (tasks ? " on each task" : "")
                    + ", of the first seed that has one. Under the pointer they stand still." + rest);
        }
    }

    /** Of the first run that has any. */
    private static List<Shown> films(Arm arm) {
        for (Run run : arm.runs()) {
            List<Shown> films = run.films().get().stream().filter(film -> film.role().equals(arm.role())).map(film -> new Shown(arm, run, film)).toList();
            if (!films.isEmpty()) {
                return films;
            }
        }
        return List.of();
    }

    private static void film(Shown shown, boolean tasks, View view, Html out) {
        Film film = shown.film();
        RunManifest.Player player = shown.run().manifest().players().get(film.environment());
        String world = player == null ? film.environment() : player.name();
        String title = shown.arm().caption() + (tasks ? ", task " + (film.task() + 1) + ": " : " on ") + world
                + (world.equals(shown.arm().environment()) ? "" : view.on(shown.arm().environment()));
        String what = (film.whole() ? "return " + Figures.number(film.total()) + " in " + film.steps() + " steps"
                : "return " + Figures.number(film.total()) + " in its first " + film.steps() + " steps")
                + String.format(Locale.ROOT, "; after %,d steps of learning, seed %d", film.frames().get(0).step(), shown.run().manifest().seed());
        out.film(title, what, film);
    }
}
