package org.thaw.runtime.internal.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.LeasedPlugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.internal.configuration.Nearest;

/** A catalog over a list, for a moment or for tests; nothing in it can leave, so that leases hold nothing. */
public final class ListedCatalog implements Catalog {
    private static final Comparator<PluginEntry> ORDER = Comparator.comparing(PluginEntry::kind).thenComparing(PluginEntry::id)
            .thenComparing((PluginEntry e) -> Version.parseVersion(e.version()), Comparator.reverseOrder()).thenComparing(PluginEntry::sha256);

    private final List<PluginEntry> entries;

    /** A catalog of these. */
    public ListedCatalog(List<PluginEntry> entries) {
        this.entries = entries.stream().sorted(ORDER).toList();
    }

    @Override
    public List<PluginEntry> entries() {
        return entries;
    }

    @Override
    public PluginEntry find(Plugin.Kind kind, String reference) {
        int at = reference.indexOf('@');
        String id = at < 0 ? reference : reference.substring(0, at);
        List<PluginEntry> versions = entries().stream().filter(e -> e.kind() == kind && e.id().equals(id)).toList();
        String word = kind.name().toLowerCase(Locale.ROOT);
        List<String> ids = entries(kind).stream().map(PluginEntry::id).distinct().toList();
        if (versions.isEmpty()) {
            throw new UnknownPluginException(kind, reference, Nearest.of(id, ids).orElse(""), "unknown " + word + " \"" + id + "\"; " + Nearest.hint(id, ids));
        }
        if (at < 0) {
            return versions.get(0);
        }
        String wanted = reference.substring(at + 1);
        return versions.stream().filter(e -> allows(kind, reference, e.version())).findFirst()
                .orElseThrow(() -> new UnknownPluginException(kind, reference, "",
                        word + " \"" + id + "\" has no version " + wanted + "; there are: " + String.join(", ", versions.stream().map(PluginEntry::version).toList())));
    }

    private static boolean allows(Plugin.Kind kind, String reference, String version) {
        String wanted = reference.substring(reference.indexOf('@') + 1);
        try {
            Version there = Version.parseVersion(version);
            if (wanted.startsWith("[") || wanted.startsWith("(")) {
                return new VersionRange(wanted).includes(there);
            }
            Version exact = Version.parseVersion(wanted);
            return there.equals(exact)
                    || exact.getQualifier().isEmpty() && there.getMajor() == exact.getMajor() && there.getMinor() == exact.getMinor() && there.getMicro() == exact.getMicro();
        } catch (IllegalArgumentException e) {
            throw new UnknownPluginException(kind, reference, "", kind.name().toLowerCase(Locale.ROOT) + " \"" + reference
                    + "\": expected a version such as 1.2.0 or a range such as [1.0,2)");
        }
    }

    @Override
    public LeasedPlugin exact(Plugin.Kind kind, String id, String sha256) {
        PluginEntry entry = entries.stream().filter(e -> e.kind() == kind && e.id().equals(id) && e.sha256().equals(sha256)).findFirst()
                .orElseThrow(() -> new UnknownPluginException(kind, id, "", kind.name().toLowerCase(Locale.ROOT) + " \"" + id + "\" is not offered by the jar " + sha256));
        return new LeasedPlugin(entry, lease(entry));
    }

    @Override
    public AutoCloseable lease(PluginEntry entry) {
        return () -> {
        };
    }
}
