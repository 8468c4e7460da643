package org.thaw.runtime.catalog;

/**
 * A plugin that stays installed until its lease is closed.
 *
 * @param lease to be closed by whoever asked for the plugin
 */
public record LeasedPlugin(PluginEntry entry, AutoCloseable lease) {
}
