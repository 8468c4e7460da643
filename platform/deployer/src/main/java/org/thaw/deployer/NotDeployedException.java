package org.thaw.deployer;

/** No bundle with the wanted hash is installed. Whoever chose it from a service that has since gone should choose again. */
public final class NotDeployedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sha256;

    public NotDeployedException(String sha256) {
        super("No plugin with the SHA-256 " + sha256 + " is deployed; it was never in the plugins folder, or it left and its last lease has ended.");
        this.sha256 = sha256;
    }

    /** The hash that was asked for. */
    public String sha256() {
        return sha256;
    }
}
