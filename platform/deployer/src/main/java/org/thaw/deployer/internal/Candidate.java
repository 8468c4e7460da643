package org.thaw.deployer.internal;

import java.util.List;
import java.util.Optional;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Offer;
import org.thaw.deployer.Problem;

/** What became known of a jar on its way in, so that a failure can be reported with all that is known. */
final class Candidate {
    private final String file;
    private final String sha256;
    private Optional<Header> header = Optional.empty();
    private List<Offer> offers = List.of();

    Candidate(String file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    void learn(Header known) {
        header = Optional.of(known);
    }

    void learn(List<Offer> known) {
        offers = List.copyOf(known);
    }

    Deployment failed(Problem.Type type, String sentence) {
        return new Deployment(file, sha256, header.map(Header::symbolicName).orElse(""), header.map(known -> known.version().toString()).orElse(""),
                Deployment.State.FAILED, Optional.of(new Problem(type, sentence)), 0, offers);
    }
}
