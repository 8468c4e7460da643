package org.thaw.runtime.experiment;

import com.google.gson.JsonObject;
import org.thaw.runtime.catalog.PluginEntry;

/**
 * A plugin with its configuration, under the name that the experiment gives it.
 *
 * @param configuration the validated record
 * @param json          the same, complete: defaults filled in
 */
public record Binding(String name, PluginEntry plugin, Record configuration, JsonObject json) {
}
