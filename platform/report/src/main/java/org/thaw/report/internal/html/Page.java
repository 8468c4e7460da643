package org.thaw.report.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.Problem;
import org.thaw.report.internal.data.claims.Claim;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.html.section.CostSection;
import org.thaw.report.internal.html.section.CurvesSection;
import org.thaw.report.internal.html.section.DefinitionsSection;
import org.thaw.report.internal.html.section.FilmsSection;
import org.thaw.report.internal.html.section.HeatMapSection;
import org.thaw.report.internal.html.section.LifeSection;
import org.thaw.report.internal.html.section.ProblemsSection;
import org.thaw.report.internal.html.section.ProvenanceSection;
import org.thaw.report.internal.html.section.ResultsSection;
import org.thaw.report.internal.html.section.SeriesSection;
import org.thaw.report.internal.html.section.SummariesSection;
import org.thaw.report.internal.html.section.SwapsSection;
import org.thaw.report.internal.html.section.TransferSection;
import org.thaw.report.internal.html.section.TwinSection;
import org.thaw.report.internal.html.section.VerdictsSection;

/**
 * The page: one file that needs nothing else. Its content security policy forbids it the network and every script but its own two, known by
 * their hashes, so that a name which slipped through unescaped would still do nothing.
 */
public final class Page {
    private static final List<Section> SECTIONS = List.of(new VerdictsSection(), new ResultsSection(), new SummariesSection(), new ProblemsSection(), new LifeSection(), new FilmsSection(), new CurvesSection(), new SwapsSection(),
            new TwinSection(), new HeatMapSection(), new TransferSection(), new SeriesSection(), new CostSection(), new DefinitionsSection(), new ProvenanceSection());
    /** What follows verdicts at once: what failed, what it took, and on what it was run. */
    private static final List<String> AFTER_VERDICTS = List.of("verdicts", "problems", "costs", "provenance");

    private Page() {
    }

    /** The whole file. */
    public static String write(View view) {
        String echarts = resource("echarts/echarts.min.js");
        String script = resource("page.js");
        Html body = new Html();
        Html links = new Html();
        for (Section section : sections(view.claims())) {
            Html content = new Html();
            section.body(view, content);
            if (!content.toString().isEmpty()) {
                links.raw("<a href=\"#" + section.id() + "\">").text(section.title()).raw("</a>\n");
                body.raw("<section id=\"" + section.id() + "\">\n").element("h2", section.title()).raw(content.toString()).raw("</section>\n");
            }
        }
        Html page = new Html();
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src " + hash(echarts) + " " + hash(script) + "\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.element("title", view.data().name() + " · Thaw");
        page.raw("<style>\n" + resource("page.css") + "</style>\n</head>\n<body>\n<header>\n");
        header(view, page);
        page.raw("<nav>\n" + links + "</nav>\n</header>\n<main>\n" + body + "</main>\n");
        page.raw("<footer>Thaw, a laboratory for continual learning. Charts by Apache ECharts (Apache License 2.0), embedded in this file.</footer>\n");
        page.raw("<script>" + echarts + "</script>\n<script>" + script + "</script>\n</body>\n</html>\n");
        return page.toString();
    }

    private static List<Section> sections(Claims claims) {
        if (claims.learners().isEmpty()) {
            return SECTIONS;
        }
        Stream<Section> first = AFTER_VERDICTS.stream().flatMap(id -> SECTIONS.stream().filter(section -> section.id().equals(id)));
        return Stream.concat(first, SECTIONS.stream().filter(section -> !AFTER_VERDICTS.contains(section.id()))).toList();
    }

    private static void header(View view, Html out) {
        ExperimentData data = view.data();
        out.element("h1", data.name());
        long learners = data.runs().stream().map(run -> run.manifest().learner()).distinct().count();
        String environments = data.runs().stream().map(run -> run.manifest().environment()).filter(name -> !name.isEmpty()).distinct().collect(Collectors.joining(", "));
        List<Long> seeds = data.seeds();
        boolean contiguous = !seeds.isEmpty() && seeds.get(seeds.size() - 1) - seeds.get(0) == seeds.size() - 1;
        String which = seeds.size() == 1 ? "seed " + seeds.get(0) : contiguous ? "seeds " + seeds.get(0) + "–" + seeds.get(seeds.size() - 1)
                : "seeds " + seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
        out.element("p class=\"lead\"", data.protocol() + (environments.isEmpty() ? "" : " on " + environments) + " · " + learners + (learners == 1 ? " learner" : " learners") + " · " + which);
        long done = data.runs().stream().filter(run -> run.done()).count();
        out.raw("<p class=\"chips\">").element("span class=\"good\"", done + (done == 1 ? " run done" : " runs done"));
        for (String state : data.problems().stream().map(Problem::state).distinct().sorted().toList()) {
            long count = data.problems().stream().filter(problem -> problem.state().equals(state)).count();
            out.raw("<a class=\"bad\" href=\"#problems\">").text(count + " " + state).raw("</a>");
        }
        out.raw("</p>\n");
        verdicts(view, out);
    }

    /** What became of each learner's claims as a whole. */
    private static void verdicts(View view, Html out) {
        Claims claims = view.claims();
        List<Claim> whole = claims.summaries().stream().flatMap(summary -> claims.learners().stream().flatMap(learner -> claims.about(summary, learner).stream())).filter(Claim::whole).toList();
        if (!whole.isEmpty()) {
            out.raw("<p class=\"chips\">");
            whole.forEach(claim -> out.raw("<a class=\"" + claim.verdict().style() + "\" href=\"#verdicts\">")
                    .text(claim.learner() + (claims.summaries().size() > 1 ? ", " + view.kinds().of(claim.name()).label() : "") + ": " + claim.brief()).raw("</a>"));
            out.raw("</p>\n");
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
